import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.enums import (
    CLOSED_APPLICATIONS,
    OPEN_APPLICATIONS,
    WITH_THE_APPLICANT,
    ApplicationKind,
    ApplicationStatus,
    LegalForm,
)
from network.models.addresses import address_line
from network.models.application_queryset import ApplicationQuerySet
from network.models.notice import PrivacyNotice
from network.models.organization import Issue, Organization
from network.models.places import CoordinationCentre, District, Province, Subdistrict
from portal.models.user import Language
from portal.thai.months import ERA_OFFSET


class MembershipApplication(models.Model):
    """An organization's wish to join, its own record from the first answer to the decision and after."""

    # The address of the tracking page, sent by mail: to know it is the right to read.
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("way of joining"), max_length=12, choices=ApplicationKind)
    status = models.CharField(
        _("status"), max_length=20, choices=ApplicationStatus, default=ApplicationStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    # Where an answered question leads back to: to whoever asked it.
    asked_in = models.CharField(max_length=20, choices=ApplicationStatus, blank=True, editable=False)
    handed_up_at = models.DateTimeField(_("handed up"), null=True, blank=True, editable=False)
    objections_until = models.DateField(_("objections until"), null=True, blank=True, editable=False)
    # Told to whoever writes an untouched draft; the next answer takes it away again.
    ends_on = models.DateField(_("deleted on"), null=True, blank=True, editable=False)
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        # The register keeps whose wish it was: such a person cannot be deleted from under it.
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("applicant"),
    )
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("organization"),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.THAI)

    name = models.CharField(_("name (Thai)"), max_length=250, blank=True)
    name_en = models.CharField(_("name (English)"), max_length=250, blank=True)
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("province")
    )
    district = models.ForeignKey(
        District, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("district")
    )
    subdistrict = models.ForeignKey(
        Subdistrict, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("subdistrict")
    )
    village_number = models.CharField(_("village number"), max_length=10, blank=True)
    address_line = models.CharField(_("house number, building, road"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=5, blank=True)
    leader_name = models.CharField(_("team leader"), max_length=150, blank=True)
    current_work = models.TextField(_("current work"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    legal_form = models.CharField(_("legal form"), max_length=30, choices=LegalForm, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=60, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    year_started = models.PositiveSmallIntegerField(_("year of founding (CE)"), null=True, blank=True)
    issues = models.ManyToManyField(Issue, blank=True, related_name="+", verbose_name=_("issues"))
    target_groups = models.CharField(_("target groups"), max_length=250, blank=True)
    area = models.CharField(_("area of work"), max_length=250, blank=True)
    first_activity = models.TextField(_("a recent activity"), blank=True)
    second_activity = models.TextField(_("another recent activity"), blank=True)

    notice = models.ForeignKey(
        PrivacyNotice,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("privacy notice accepted"),
    )
    accepted_by = models.CharField(_("accepted by"), max_length=150, blank=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)

    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="filed_applications",
        verbose_name=_("paper form entered by"),
    )
    code = models.CharField(_("code to take it over"), max_length=12, null=True, blank=True, editable=False)  # noqa: DJ001 -- NULL keeps the constraint free for the many without one
    code_until = models.DateField(_("code valid until"), null=True, blank=True, editable=False)

    meeting = models.CharField(_("minuted meeting"), max_length=200, blank=True)
    meeting_url = models.URLField(_("link to the minutes"), blank=True)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application for membership")
        verbose_name_plural = _("applications for membership")
        permissions = [
            ("decide_membershipapplication", _("Can decide on applications")),
            ("file_membershipapplication", _("Can enter paper forms")),
        ]
        indexes = [
            models.Index(fields=["status", "province", "status_since"], name="application_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="application_codes_are_unique",
                violation_error_message=_("This code is taken."),
            ),
            models.UniqueConstraint(
                fields=["organization", "kind"],
                # Only while it is open: an organization may apply again after it was declined.
                condition=Q(organization__isnull=False, status__in=[s.value for s in OPEN_APPLICATIONS]),
                name="one_open_application_per_organization",
                violation_error_message=_("The organization already has an application of this kind on its way."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=[s.value for s in WITH_THE_APPLICANT]) | Q(province__isnull=False),
                name="sent_applications_have_a_province",
                violation_error_message=_("Choose the province."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or str(_("An application without a name yet"))

    @property
    def display_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    @property
    def reference(self) -> str:
        """What people say on the phone: the Buddhist year of sending and the row, as in 2569-00012."""
        day = self.submitted_at or self.created_at
        return f"{timezone.localtime(day).year + ERA_OFFSET}-{self.pk:05d}"

    @property
    def is_closed(self) -> bool:
        return self.status in CLOSED_APPLICATIONS

    @property
    def is_handed_up(self) -> bool:
        return self.handed_up_at is not None

    def address_in_words(self, language: str) -> str:
        """The address in one line, as an envelope in that language has it."""
        return address_line(
            language,
            house=self.address_line,
            village=self.village_number,
            subdistrict=self.subdistrict,
            district=self.district,
            province=self.province,
            postal_code=self.postal_code,
        )

    @property
    def centre(self) -> CoordinationCentre | None:
        """The centre of its province today; None while the province has none."""
        return self.province.centres.order_by("pk").first() if self.province else None
