"""The post in the CMS: what went out, and what did not."""

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import InspectView
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from portal.enums import MailStatus
from portal.exceptions import CannotSendAgainError
from portal.letters import letter_kinds
from portal.mail.desk import send_again
from portal.models import OutgoingMail
from portal.requests import SignedInRequest
from portal.templatetags.portal_thai import datetime_long
from portal.viewsets.letters import LetterTextViewSet


def kind_choices() -> list[tuple[str, str]]:
    return [(code, str(kind.name)) for code, kind in letter_kinds().items()]


class MomentColumn(Column):
    """Day and time in the reader's era."""

    def get_value(self, instance: OutgoingMail) -> str:
        return datetime_long(super().get_value(instance))


class MailFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(choices=MailStatus, label=_("Status"))
    kind = django_filters.ChoiceFilter(choices=kind_choices, label=_("Kind"))

    class Meta:
        model = OutgoingMail
        fields: list[str] = []


class MailIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[OutgoingMail]:
        # Fifty letters with their HTML would be megabytes for a table that shows none of it.
        return OutgoingMail.objects.visible_to(self.request.user).defer("text", "html")


class MailInspectView(InspectView):
    template_name = "portal/cms/mail.html"


class MailViewSet(SnippetViewSet):
    model = OutgoingMail
    icon = "mail"
    menu_label = _("Mails")
    index_view_class = MailIndexView
    inspect_view_enabled = True
    inspect_view_class = MailInspectView
    inspect_template_name = "portal/cms/mail.html"
    copy_view_enabled = False
    filterset_class = MailFilterSet
    search_backend_name = None
    search_fields = ["name", "email", "phone", "subject"]
    list_per_page = 50
    list_display = [
        "subject",
        Column("status", label=_("Status"), accessor="get_status_display"),
        Column("kind", label=_("Kind"), accessor="kind_name"),
        Column("to", label=_("To")),
        MomentColumn("created_at", label=_("Written"), sort_key="created_at"),
        Column("attempts", label=_("Tries")),
        Column("last_error", label=_("Last error")),
    ]
    panels = [FieldPanel("subject", read_only=True)]

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("again/<row:pk>/", self.again_view, name="again")]

    def again_view(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """Asks once, then sends the mail again."""
        # Wagtail asks only for access to the CMS before a view that a viewset adds.
        if not request.user.has_perm("portal.change_outgoingmail"):
            raise PermissionDenied
        mail = get_object_or_404(OutgoingMail.objects.visible_to(request.user), pk=pk)
        if request.method != "POST":
            return TemplateResponse(request, "portal/cms/again.html", {"mail": mail})
        # What the page showed: a second click must not send a second mail.
        seen = request.POST.get("attempts", "")
        try:
            send_again(mail, by=request.user, seen_attempts=int(seen) if seen.isdecimal() else -1)
        except CannotSendAgainError:
            messages.error(
                request, _("This mail cannot be sent again: there is no address, or its text is deleted. Please call.")
            )
        else:
            messages.success(request, _("The mail goes out again."))
        return redirect(self.get_url_name("inspect"), pk)


class PostViewSetGroup(SnippetViewSetGroup):
    menu_label = _("Mails and notices")
    menu_icon = "mail"
    menu_order = 240
    items = (MailViewSet, LetterTextViewSet)
