from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.files.storage import storages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from network.enums import Visibility
from network.querysets import OrganizationQuerySet

if TYPE_CHECKING:
    from network.models.register import RegisterEntry


def private_storage():
    return storages["private"]


def visibility_field(label, default: Visibility) -> models.CharField:
    return models.CharField(label, max_length=12, choices=Visibility, default=default)


class Issue(models.Model):
    """A field of work, such as health or the environment."""

    name = models.CharField(_("name (Thai)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=80)
    slug = models.SlugField(_("address"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name


class Organization(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """What an organization says of itself: edited, reviewed and published as a whole.

    Publishing a revision overwrites every column here, so nothing that is decided elsewhere (province, status,
    who represents it) may live on this row: see RegisterEntry and Representative.
    """

    name = models.CharField(_("name (Thai)"), max_length=250)
    name_en = models.CharField(_("name (English)"), max_length=250, blank=True)
    other_names = models.TextField(_("other names and abbreviations"), blank=True)
    year_started = models.PositiveSmallIntegerField(_("year of founding (CE)"), null=True, blank=True)
    issues = ParentalManyToManyField(Issue, blank=True, related_name="organizations", verbose_name=_("issues"))
    target_groups = models.CharField(_("target groups (Thai)"), max_length=250, blank=True)
    target_groups_en = models.CharField(_("target groups (English)"), max_length=250, blank=True)
    current_work = models.TextField(_("current work (Thai)"), blank=True)
    current_work_en = models.TextField(_("current work (English)"), blank=True)
    logo = models.ImageField(_("logo"), upload_to="logos", storage=private_storage, blank=True)

    leader_name = models.CharField(_("team leader"), max_length=150, blank=True)
    leader_visibility = visibility_field(_("who may read the team leader's name"), Visibility.PUBLIC)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    # Closed unless the organization opens it: a phone number of a small group is somebody's own.
    phone_visibility = visibility_field(_("who may read the phone number"), Visibility.PROVINCE)
    email = models.EmailField(_("e-mail"), blank=True)
    email_visibility = visibility_field(_("who may read the e-mail address"), Visibility.MEMBERS)
    line_id = models.CharField(_("LINE account"), max_length=60, blank=True)
    line_visibility = visibility_field(_("who may read the LINE account"), Visibility.PROVINCE)
    website = models.URLField(_("website"), blank=True)
    website_visibility = visibility_field(_("who may read the website"), Visibility.PUBLIC)
    facebook = models.URLField(_("Facebook page"), blank=True)
    facebook_visibility = visibility_field(_("who may read the Facebook page"), Visibility.PUBLIC)
    address = models.TextField(_("address (Thai)"), blank=True)
    address_en = models.TextField(_("address (English)"), blank=True)
    address_visibility = visibility_field(_("who may read the address"), Visibility.PROVINCE)

    # Wagtail asks snippets for both relations, or deleting a row leaves its revisions behind.
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="organization",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="organization",
        for_concrete_model=False,
    )

    objects = OrganizationQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=5),
        index.SearchField("name_en", boost=5),
        index.SearchField("other_names", boost=3),
        index.SearchField("current_work"),
        index.SearchField("current_work_en"),
        index.AutocompleteField("name"),
        # The CMS filters its search by these; a filter without such a field answers 500 (tried).
        index.FilterField("live"),
        index.FilterField("name"),
    ]

    entry: "RegisterEntry"

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")

    def __str__(self) -> str:
        return self.display_name

    def get_absolute_url(self) -> str:
        return reverse("network:organization", args=[self.entry.slug])

    @property
    def preview_modes(self) -> list:
        return list(settings.LANGUAGES)

    def is_previewable(self) -> bool:
        """Not before it has an entry: the public page shows both."""
        # Wagtail asks for a preview of a form that was never saved, too.
        return self.pk is not None

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The public page as it would be, in the language that the mode names; a draft logo comes from the account."""
        # The page is drawn by a room to the right of this one, so it is asked for by name, as Django asks for views.
        context_of = import_string("network.views.profile.profile")
        with override(mode_name):
            context = context_of(request, self)
            if self.logo:
                context["logo_url"] = reverse("network_account:logo", args=[self.pk])
            return TemplateResponse(request, "network/organization.html", context).render()

    @property
    def revisions(self):
        return self._revisions

    @property
    def display_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name
