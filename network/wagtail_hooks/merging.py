"""What the merging of organizations adds to the CMS and to the day's round."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from network.demo.duplicates import load_duplicates
from network.merging.latecomers import gather, with_latecomers
from network.merging.undoing import forget_undo
from network.models import Merge
from portal.steps import DailyStep, Step


@hooks.register("register_daily_steps")
def daily_steps() -> list[DailyStep]:
    return [
        DailyStep(250, gettext_lazy("Merges whose late rows followed"), with_latecomers, gather),
        DailyStep(251, gettext_lazy("Merges that can no longer be undone"), Merge.objects.outdated, forget_undo),
    ]


@hooks.register("register_demo_steps")
def demo_duplicates() -> Step:
    # After the representatives, whose profiles wait, and the events, whose seats are taken.
    return Step(390, "duplicates", load_duplicates)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("network.organization.merge")
    class Merged(LogFormatter):
        label = gettext_lazy("Merge organizations")

        def format_message(self, log_entry) -> str:
            other = {"other": log_entry.data["other"]}
            if log_entry.data["is_winner"]:
                return _("Took over everything of %(other)s, which was the same organization") % other
            return _("Was merged into %(other)s") % other

    @actions.register_action("network.organization.unmerge")
    class Unmerged(LogFormatter):
        label = gettext_lazy("Undo a merge")

        def format_message(self, log_entry) -> str:
            return _("Was taken apart again from %(other)s") % {"other": log_entry.data["other"]}

    @actions.register_action("network.organization.apart")
    class ToldApart(LogFormatter):
        label = gettext_lazy("Tell apart")

        def format_message(self, log_entry) -> str:
            return _("Is not the same organization as %(other)s") % {"other": log_entry.data["other"]}

    @actions.register_action("network.organization.look_again")
    class LookedAgain(LogFormatter):
        label = gettext_lazy("Look again")

        def format_message(self, log_entry) -> str:
            return _("May be the same organization as %(other)s after all") % {"other": log_entry.data["other"]}
