"""What the import of lists adds to the CMS and to the day's round."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from network.importing.headings import heading


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("network.import.done")
    class Imported(LogFormatter):
        label = gettext_lazy("Import a list")

        def format_message(self, log_entry) -> str:
            return _("Imported the list: %(new)s new, %(changed)s changed, %(refused)s refused") % log_entry.data

    @actions.register_action("network.import.enter")
    class Entered(LogFormatter):
        label = gettext_lazy("Enter from a list")

        def format_message(self, log_entry) -> str:
            return _("Came into the register with the list “%(file)s”") % log_entry.data

    @actions.register_action("network.import.change")
    class Changed(LogFormatter):
        label = gettext_lazy("Change from a list")

        def format_message(self, log_entry) -> str:
            language = get_language() or "th"
            columns = ", ".join(heading(field, language) for field in log_entry.data["fields"])
            return _("Changed by the list “%(file)s”: %(columns)s") % {**log_entry.data, "columns": columns}
