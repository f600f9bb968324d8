"""Invitations in the CMS: read by the secretariat, which may invite; what is open is managed on a page of its own."""

from django.db.models import Case, QuerySet, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from network.actions import Invited, invite
from network.enums import InvitationStatus
from network.forms.cms import InvitationForm
from network.models import Invitation
from network.viewsets.guards import GuardedChooserViewSet
from network.viewsets.refusals import RefusalsBesideTheForm
from portal.viewsets import NothingToTick, ThaiDateColumn

PANELS = [
    FieldPanel("organization"),
    FieldPanel("name"),
    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    FieldRowPanel([FieldPanel("role"), FieldPanel("mandate_until")]),
    FieldPanel("language"),
]


class InvitationIndexView(NothingToTick, IndexView):
    def get_edit_url(self, instance: Invitation) -> str:
        """Where it is sent again, printed or withdrawn: the same page as for those who made it."""
        return reverse("network_invitation:kept", args=[instance.pk])


class InvitationCreateView(RefusalsBesideTheForm, CreateView):
    def save_instance(self) -> Invitation:
        typed = dict(self.form.cleaned_data)
        organization, role = typed.pop("organization"), typed.pop("role")
        return invite(organization, by=self.request.user, role=role, whom=Invited(**typed))

    def get_edit_url(self) -> str:
        return reverse("network_invitation:kept", args=[self.object.pk])

    def get_success_url(self) -> str:
        return self.get_edit_url()


def status_words(invitation: Invitation) -> str:
    return str(_("The days are over")) if invitation.is_over else invitation.get_status_display()


class InvitationViewSet(SnippetViewSet):
    model = Invitation
    icon = "mail"
    menu_label = _("Invitations")
    index_view_class = InvitationIndexView
    add_view_class = InvitationCreateView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    search_fields = ["name", "email", "phone", "organization__name", "organization__name_en"]
    search_backend_name = None
    list_filter = ["status", "kind", "organization__entry__province"]
    list_display = [
        "name",
        Column("organization", label=_("Organization")),
        "role",
        Column("status", label=_("Status"), accessor=status_words, sort_key="status"),
        Column("invited_by", label=_("Invited by")),
        ThaiDateColumn("created_at", label=_("Invited on"), sort_key="created_at"),
        ThaiDateColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        ThaiDateColumn("answered_at", label=_("Answered on"), sort_key="answered_at"),
    ]
    edit_handler = ObjectList(PANELS, base_form_class=InvitationForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        rows = Invitation.objects.visible_to(request.user).select_related("organization", "invited_by")
        is_closed = Case(When(status=InvitationStatus.OPEN, then=0), default=1)
        return rows.order_by(is_closed, "-pk")
