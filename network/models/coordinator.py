from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.places import CoordinationCentre, Province, ProvinceQuerySet


class CoordinatorQuerySet(models.QuerySet["Coordinator"]):
    def active(self) -> "CoordinatorQuerySet":
        """Appointed, and not yet relieved today."""
        today = timezone.localdate()
        return self.filter(Q(serves_until__isnull=True) | Q(serves_until__gte=today), serves_from__lte=today)

    def of(self, user) -> "CoordinatorQuerySet":
        return self.filter(user=user) if user.is_authenticated else self.none()

    def colleagues_of(self, user) -> "CoordinatorQuerySet":
        """Services, past ones too, at the centres where `user` serves today."""
        return self.filter(centre__in=Coordinator.objects.of(user).active().values("centre"))

    def for_province(self, code: str | None) -> "CoordinatorQuerySet":
        # A row without a province belongs to nobody's desk.
        return self.filter(centre__provinces=code) if code else self.none()


class Coordinator(models.Model):
    """A person who serves a coordination centre, from one day until another."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="coordinations", verbose_name=_("person")
    )
    centre = models.ForeignKey(
        CoordinationCentre, on_delete=models.PROTECT, related_name="coordinators", verbose_name=_("coordination centre")
    )
    serves_from = models.DateField(_("serves from"), default=timezone.localdate)
    serves_until = models.DateField(_("serves until"), null=True, blank=True)

    objects = CoordinatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("coordinator")
        verbose_name_plural = _("coordinators")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "centre"],
                condition=Q(serves_until__isnull=True),
                name="one_open_service_per_person_and_centre",
                violation_error_message=_("This person already serves the centre."),
            ),
            models.CheckConstraint(
                condition=Q(serves_until__isnull=True) | Q(serves_until__gte=models.F("serves_from")),
                name="service_ends_after_it_begins",
                violation_error_message=_("The service cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.centre}"


def provinces_served_by(user) -> ProvinceQuerySet:
    """The provinces whose desk `user` keeps today; none means no rows anywhere."""
    services = Coordinator.objects.of(user).active()
    return Province.objects.filter(centres__coordinators__in=services).distinct()


def attended_provinces() -> ProvinceQuerySet:
    """The provinces with somebody at their centre today who can sign in."""
    # Somebody whose account is closed can open no desk: their centre counts as empty.
    services = Coordinator.objects.active().filter(user__is_active=True)
    return Province.objects.filter(centres__coordinators__in=services).distinct()
