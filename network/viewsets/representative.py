"""Representatives in the CMS: added and ended, never deleted."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from network.actions import add_representative, change_mandate, end_representation
from network.enums import RepresentativeStatus
from network.exceptions import PeopleRefused
from network.forms.cms import RepresentativeForm
from network.models import Representative
from network.viewsets.guards import GuardedChooserViewSet
from network.viewsets.refusals import RefusalsBesideTheForm
from portal.requests import SignedInRequest
from portal.viewsets import ThaiDateColumn


class OnlyForThoseWhoAppoint(View):
    """The list of all people is for those who may name a representative."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not request.user.has_perm("network.add_representative"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class PeopleFilterForm(BaseFilterForm):
    q = forms.CharField(label=_("Name or e-mail"), required=False)

    def filter(self, objects: QuerySet) -> QuerySet:
        if text := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, text
            # Plainly, by part of the word: names are short, and the list of people is not indexed.
            return objects.filter(Q(name__icontains=text) | Q(email__icontains=text))
        return objects


class WithEmail(OnlyForThoseWhoAppoint):
    """Many people have the same name."""

    filter_form_class = PeopleFilterForm
    ordering = ["name", "pk"]

    @property
    def columns(self) -> list[Column]:
        columns = super().columns
        return [*columns, Column("email", label=_("E-mail"))]


class PeopleChooseView(WithEmail, chooser.ChooseView):
    pass


class PeopleChooseResultsView(WithEmail, chooser.ChooseResultsView):
    pass


class PeopleChosenView(OnlyForThoseWhoAppoint, chooser.ChosenView):
    pass


class PeopleChosenMultipleView(OnlyForThoseWhoAppoint, chooser.ChosenMultipleView):
    pass


class PeopleChooserViewSet(ChooserViewSet):
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    choose_view_class = PeopleChooseView
    choose_results_view_class = PeopleChooseResultsView
    chosen_view_class = PeopleChosenView
    chosen_multiple_view_class = PeopleChosenMultipleView
    register_widget = False


people_chooser = PeopleChooserViewSet("network_people_chooser", model=get_user_model(), url_prefix="network/people")


MANDATE = [FieldPanel("role"), FieldRowPanel([FieldPanel("mandate_from"), FieldPanel("mandate_until")])]
NEW = [FieldPanel("user", widget=people_chooser.widget_class), FieldPanel("organization"), *MANDATE]
# Another person or another organization is another mandate.
KEPT = [FieldPanel("user", read_only=True), FieldPanel("organization", read_only=True), *MANDATE]


class RepresentativeCreateView(RefusalsBesideTheForm, CreateView):
    """The person is told at once that they act for the organization."""

    def save_instance(self) -> Representative:
        typed = dict(self.form.cleaned_data)
        return add_representative(typed.pop("user"), typed.pop("organization"), by=self.request.user, **typed)


class RepresentativeEditView(RefusalsBesideTheForm, EditView):
    def save_instance(self) -> Representative:
        return change_mandate(self.object, by=self.request.user, **self.form.cleaned_data)


class RepresentativeIndexView(IndexView):
    def get_list_more_buttons(self, instance: Representative) -> list:
        buttons = super().get_list_more_buttons(instance)
        if instance.status != RepresentativeStatus.ENDED and self.user_has_permission("change"):
            url = reverse("wagtailsnippets_network_representative:end", args=[instance.pk])
            buttons.append(Button(_("End the mandate"), url=url, icon_name="cross", priority=20))
        return buttons


class RepresentativeViewSet(SnippetViewSet):
    model = Representative
    icon = "user"
    menu_label = _("Representatives")
    index_view_class = RepresentativeIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    search_fields = ["user__name", "user__email", "organization__name", "organization__name_en"]
    search_backend_name = None
    list_filter = ["role", "status"]
    list_display = [
        "user__name",
        Column("organization", label=_("Organization")),
        "role",
        "status",
        ThaiDateColumn("mandate_from", label=_("Mandate from"), sort_key="mandate_from"),
        ThaiDateColumn("mandate_until", label=_("Mandate until"), sort_key="mandate_until"),
    ]
    add_view_class = RepresentativeCreateView
    edit_view_class = RepresentativeEditView
    edit_handler = ObjectList(KEPT, base_form_class=RepresentativeForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Representative]:
        return Representative.objects.select_related("user", "organization").order_by("organization_id", "pk")

    def get_add_view_kwargs(self, **kwargs) -> dict:
        panel = ObjectList(NEW, base_form_class=RepresentativeForm).bind_to_model(Representative)
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("end/<row:pk>/", self.end_view, name="end")]

    def end_view(self, request: SignedInRequest, pk: int) -> HttpResponse:
        """Asks once, then ends the mandate."""
        # Wagtail asks only for access to the CMS before a view that a viewset adds.
        if not request.user.has_perm("network.change_representative"):
            raise PermissionDenied
        representative = get_object_or_404(Representative.objects.select_related("user", "organization"), pk=pk)
        if request.method != "POST":
            return TemplateResponse(request, "network/cms/end.html", {"representative": representative})
        try:
            end_representation(representative, by=request.user)
        except PeopleRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The mandate has ended."))
        return redirect(self.get_url_name("list"))
