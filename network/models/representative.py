from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.enums import LIVE_REPRESENTATIVES, PROFILE_EDITORS, RepresentativeRole, RepresentativeStatus
from network.models.organization import Organization, private_storage
from network.models.profile import prefetched_profile_states


class RepresentativeQuerySet(models.QuerySet):
    def active(self) -> "RepresentativeQuerySet":
        """Accepted, and with a mandate that runs today."""
        today = timezone.localdate()
        return self.filter(
            Q(mandate_until__isnull=True) | Q(mandate_until__gte=today),
            status=RepresentativeStatus.ACTIVE,
            mandate_from__lte=today,
        )

    def of(self, user) -> "RepresentativeQuerySet":
        return self.filter(user=user) if user.is_authenticated else self.none()

    def primary(self) -> "RepresentativeQuerySet":
        return self.filter(role=RepresentativeRole.PRIMARY)

    def live(self) -> "RepresentativeQuerySet":
        """Never ended by anybody; their days may be over."""
        return self.filter(status__in=LIVE_REPRESENTATIVES)

    def reachable(self) -> "RepresentativeQuerySet":
        """With a running mandate and an account that is open: somebody who can answer."""
        return self.active().filter(user__is_active=True)

    def expired(self) -> "RepresentativeQuerySet":
        """Never ended by anybody, but their last day is over."""
        return self.live().filter(mandate_until__lt=timezone.localdate())

    def profile_keepers(self) -> "RepresentativeQuerySet":
        return self.filter(role__in=PROFILE_EDITORS)

    def with_organizations(self) -> "RepresentativeQuerySet":
        """Two queries for the whole list: the organizations with their entries, and where their profiles stand."""
        return (
            self.select_related("user", "organization__entry__province")
            .prefetch_related(prefetched_profile_states("organization__"))
            .order_by("organization__entry__sort_key", "organization_id")
        )


class Representative(models.Model):
    """A person who acts for an organization, from one day until another."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        # Who acted for an organization is part of its history.
        on_delete=models.PROTECT,
        related_name="representations",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="representatives", verbose_name=_("organization")
    )
    role = models.CharField(_("role"), max_length=20, choices=RepresentativeRole, default=RepresentativeRole.PRIMARY)
    status = models.CharField(
        _("status"), max_length=12, choices=RepresentativeStatus, default=RepresentativeStatus.INVITED
    )
    mandate_from = models.DateField(_("mandate from"), default=timezone.localdate)
    mandate_until = models.DateField(_("mandate until"), null=True, blank=True)
    # A callable, so that the migration does not freeze a folder of the machine it was made on.
    letter = models.FileField(_("mandate letter"), upload_to="mandates", storage=private_storage, blank=True)
    letter_name = models.CharField(_("name of the file"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organization"],
                # Ended mandates stay as rows, and the same person may be appointed again.
                condition=Q(status__in=[s.value for s in LIVE_REPRESENTATIVES]),
                name="one_live_representation_per_person",
                violation_error_message=_("This person already represents the organization."),
            ),
            models.CheckConstraint(
                condition=Q(mandate_until__isnull=True) | Q(mandate_until__gte=models.F("mandate_from")),
                name="mandate_ends_after_it_begins",
                violation_error_message=_("The mandate cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organization}"

    @property
    def is_expired(self) -> bool:
        """The last day of its mandate is over."""
        return self.mandate_until is not None and self.mandate_until < timezone.localdate()
