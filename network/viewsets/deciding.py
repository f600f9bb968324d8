"""Deciding on many applications at once: the same words for all, each under its own lock."""

from django.http import HttpResponse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from network.actions.decisions import Decision, decide
from network.enums import CaseAction
from network.exceptions import CaseRefused
from network.forms.deciding import DecideManyForm
from network.models import MembershipApplication
from network.permissions import user_is_registrar
from network.views.cases.standing import status_words


class DecideMany(SnippetBulkAction):
    """Those that cannot be decided this way stay as they are, and the page says which and why."""

    display_name = gettext_lazy("Decide")
    action_type = "decide"
    aria_label = gettext_lazy("Decide on the chosen applications")
    template_name = "network/cms/decide_many.html"
    form_class = DecideManyForm
    action_priority = 10

    @classproperty
    def models(cls):  # noqa: N805 -- a property of the class
        return [MembershipApplication]

    @classmethod
    def get_queryset(cls, model, object_ids):
        # The ids come from the address: anything may stand there.
        return model.objects.sent().filter(pk__in=[pk for pk in object_ids if str(pk).isdecimal()])

    def get_all_objects_in_listing_query(self, parent_id):
        return MembershipApplication.objects.for_the_registrar().values_list("pk", flat=True)

    def check_perm(self, application: MembershipApplication) -> bool:
        return user_is_registrar(self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        for row in context["items"]:
            row["status"] = status_words(row["item"])
        return context

    def form_valid(self, form) -> HttpResponse:
        self.refusals: list[tuple[MembershipApplication, CaseRefused]] = []
        response = super().form_valid(form)
        for application, refusal in self.refusals:
            messages.error(self.request, f"{application}: {refusal}")
        return response

    @classmethod
    def execute_action(cls, objects, **kwargs):
        self = kwargs["self"]
        words = dict(self.cleaned_form.cleaned_data)
        action = CaseAction(words.pop("action"))
        decision = Decision(**words)
        # Each behind its own savepoint: one that has moved must not take back the others.
        for application in objects:
            try:
                decide(application, action, by=self.request.user, decision=decision)
            except CaseRefused as refusal:
                self.refusals.append((application, refusal))
        return len(objects) - len(self.refusals), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        text = ngettext("Decided on %(count)d application.", "Decided on %(count)d applications.", num_parent_objects)
        return text % {"count": num_parent_objects}
