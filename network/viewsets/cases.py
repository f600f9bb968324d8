"""Applications in the CMS: the registrar's queue across the provinces, and one case with its decision."""

from http import HTTPStatus

import django_filters
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.actions.decisions import Decision, decide
from network.enums import ApplicationKind, CaseAction
from network.exceptions import CaseMoved, CaseRefused, NotYourCase, ReasonMissing
from network.forms.deciding import CHOICES, DecisionForm
from network.models import MembershipApplication, MembershipSettings, Province
from network.permissions import possible_actions, roles_of, user_is_registrar
from network.views.cases.standing import status_words
from network.views.desk.facts import facts
from network.viewsets.guards import GuardedChooserViewSet
from portal.requests import SignedInRequest
from portal.viewsets import LoggedExport, ThaiDateColumn

# name in the address -> (label, method of the QuerySet)
QUEUES = {
    "waiting": (_("Waiting for the registrar"), "for_the_registrar"),
    "centre": (_("With the centres"), "new"),
    "asked": (_("Waiting for an answer"), "waiting_for_an_answer"),
    "announced": (_("Announced"), "announced"),
    "decided": (_("Decided"), "decided"),
    "all": (_("All"), "sent"),
}

# Lists in which nothing waits: the latest is looked for first.
LOOKED_BACK_ON = ("decided", "all")


class ApplicationFilterSet(WagtailFilterSet):
    queue = django_filters.ChoiceFilter(
        label=_("Where it stands"),
        choices=[(name, label) for name, (label, _method) in QUEUES.items()],
        method="in_queue",
        empty_label=None,
    )
    kind = django_filters.ChoiceFilter(choices=ApplicationKind, label=_("Way of joining"))
    province = django_filters.ModelChoiceFilter(queryset=Province.objects.all(), label=_("Province"))

    class Meta:
        model = MembershipApplication
        fields: list[str] = []

    def in_queue(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return getattr(rows, QUEUES[value][1])()


class ApplicationIndexView(LoggedExport, IndexView):
    """Opens on what waits for the registrar, the longest waiting first."""

    def get_base_queryset(self) -> QuerySet:
        rows = super().get_base_queryset()
        if self.request.GET.get("queue") in LOOKED_BACK_ON:
            rows = rows.order_by("-status_since", "-pk")
        return rows if self.is_searching or "queue" in self.request.GET else rows.for_the_registrar()

    def get_edit_url(self, instance: MembershipApplication) -> str:
        return case_url(instance)


def case_url(application: MembershipApplication) -> str:
    return reverse("wagtailsnippets_network_membershipapplication:case", args=[application.pk])


class ApplicationViewSet(SnippetViewSet):
    model = MembershipApplication
    icon = "form"
    menu_label = _("Applications")
    index_view_class = ApplicationIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    filterset_class = ApplicationFilterSet
    list_per_page = 50
    # Wagtail builds an edit form for every snippet; no one is let into this one.
    panels = [FieldPanel("name", read_only=True)]
    search_fields = ["name", "name_en", "leader_name", "province__name", "province__name_en"]
    search_backend_name = None
    list_display = [
        "__str__",
        # What is read first stands first: on a phone the rest is a swipe away.
        Column("status", label=_("Status"), accessor=status_words, sort_key="status"),
        ThaiDateColumn("status_since", label=_("Since"), sort_key="status_since"),
        Column("province", label=_("Province"), sort_key="province__sort_key"),
        Column("kind", label=_("Way of joining"), accessor="get_kind_display"),
        ThaiDateColumn("handed_up_at", label=_("Handed up"), sort_key="handed_up_at"),
    ]
    list_export = [
        "reference",
        "name",
        "name_en",
        "get_kind_display",
        "province",
        "get_status_display",
        "status_since",
        "submitted_at",
        "handed_up_at",
        "decided_at",
        "meeting",
    ]
    export_headings = {
        "reference": pgettext_lazy("an application", "No."),
        "name": _("Name (Thai)"),
        "name_en": _("Name (English)"),
        "get_kind_display": _("Way of joining"),
        "province": _("Province"),
        "get_status_display": _("Status"),
        "status_since": _("Since"),
        "submitted_at": _("Sent"),
        "handed_up_at": _("Handed up"),
        "decided_at": _("Decided on"),
        "meeting": _("Minuted meeting"),
    }
    export_filename = "applications"

    def get_queryset(self, request: HttpRequest) -> QuerySet[MembershipApplication]:
        rows = MembershipApplication.objects.visible_to(request.user).sent().select_related("province")
        return rows.order_by(Coalesce("handed_up_at", "status_since"), "pk")

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(default_ordering=None, **kwargs)

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("case/<row:pk>/", case, name="case")]


def case(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one application, and the decision when one is possible."""
    application = own_case(request, pk)
    actions = possible(request, application) | pressed(request)
    form = DecisionForm(request.POST or None, actions=actions, initial=seen(application))
    if request.method != "POST":
        return page(request, application, form)
    if not form.is_valid():
        return page(request, application, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    words = dict(form.cleaned_data)
    try:
        decide(application, CaseAction(words.pop("action")), by=request.user, decision=Decision(**words))
    except CaseRefused as refusal:
        return refused(request, application, form, refusal)
    messages.success(request, _("It is written down, and the organization is told."))
    return redirect("wagtailsnippets_network_membershipapplication:list")


def refused(
    request: SignedInRequest, application: MembershipApplication, form: DecisionForm, refusal: CaseRefused
) -> HttpResponse:
    """The sentence, everything typed, and the case as it stands now."""
    if isinstance(refusal, NotYourCase):
        raise Http404
    if isinstance(refusal, ReasonMissing):
        form.add_error("message", str(refusal))
        return page(request, application, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    fresh = own_case(request, application.pk)
    data = request.POST.copy()
    data["seen"] = str(seen(fresh)["seen"] or "")
    again = DecisionForm(data, actions=possible(request, fresh))
    messages.error(request, str(refusal))
    status = HTTPStatus.CONFLICT if isinstance(refusal, CaseMoved) else HTTPStatus.FORBIDDEN
    return page(request, fresh, again, status=status)


def own_case(request: SignedInRequest, pk: int) -> MembershipApplication:
    if not user_is_registrar(request.user):
        raise Http404
    related = ("province", "district", "subdistrict", "applicant", "filed_by", "notice", "organization__entry")
    rows = MembershipApplication.objects.visible_to(request.user).sent().select_related(*related)
    return get_object_or_404(rows, pk=pk)


def possible(request: SignedInRequest, application: MembershipApplication) -> set[CaseAction]:
    return set(possible_actions(request.user, application))


def pressed(request: SignedInRequest) -> set[CaseAction]:
    """The step that the page offered when it was pressed; whether it is taken still, or was already, says `decide`."""
    return {CaseAction(name) for name in request.POST.getlist("action") if name in CHOICES}


def seen(application: MembershipApplication) -> dict[str, int | None]:
    return {"seen": application.timeline.order_by("-pk").values_list("pk", flat=True).first()}


def page(
    request: SignedInRequest, application: MembershipApplication, form: DecisionForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    list_url = reverse("wagtailsnippets_network_membershipapplication:list")
    objection_days = MembershipSettings.load().objection_days
    context = {
        "case": application,
        "status": status_words(application),
        "form": form,
        "objection_days": objection_days,
        "announces_first": objection_days and "announce" in possible(request, application),
        "is_decidable": bool(form.fields["action"].choices),
        "is_recused": "applicant" in roles_of(request.user, application),
        "facts": facts(application),
        "documents": list(application.documents.all()),
        "timeline": list(application.timeline.select_related("by")),
        "centre": application.centre,
        "list_url": list_url,
        "breadcrumbs_items": [
            {"url": list_url, "label": _("Applications")},
            {"url": "", "label": application},
        ],
    }
    return TemplateResponse(request, "network/cms/case.html", context, status=status)
