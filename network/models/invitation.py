import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.codes import typed_code
from network.enums import InvitationKind, InvitationStatus, RepresentativeRole
from network.models.coordinator import provinces_served_by
from network.models.organization import Organization
from network.models.representative import Representative, private_storage
from portal.models.user import Language


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user) -> "InvitationQuerySet":
        """Those of the organizations whose primary contact `user` is, of their provinces, or all for the registrar."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("network.view_invitation"):
            return self
        held = Representative.objects.of(user).active().primary().values("organization")
        served = Organization.objects.filter(entry__province__in=provinces_served_by(user)).values("pk")
        return self.filter(Q(organization__in=held) | Q(organization__in=served))

    def open(self) -> "InvitationQuerySet":
        return self.filter(status=InvitationStatus.OPEN)

    def valid(self) -> "InvitationQuerySet":
        """Open, and their days are not over."""
        return self.open().filter(valid_until__gte=timezone.localdate())

    def with_code(self, typed: str) -> "InvitationQuerySet":
        """The one whose sheet bears this code, as people type it."""
        return self.filter(code=typed_code(typed)[:12])

    def hand_overs(self) -> "InvitationQuerySet":
        return self.filter(kind=InvitationKind.HAND_OVER)

    def fruitless_since(self, moment: datetime) -> "InvitationQuerySet":
        """Declined, withdrawn or left unanswered before `moment`."""
        closed = Q(status__in=(InvitationStatus.DECLINED, InvitationStatus.WITHDRAWN), answered_at__lt=moment)
        unanswered = Q(status=InvitationStatus.OPEN, valid_until__lt=timezone.localdate(moment))
        return self.filter(closed | unanswered)

    def addressed_to(self, user) -> "InvitationQuerySet":
        """Those for `user`, or sent to an address or a number that is proved to be theirs."""
        if not user.is_authenticated:
            return self.none()
        # An address is the person's once a code that was sent there has opened the account.
        emails = [*user.emailaddress_set.filter(verified=True).values_list("email", flat=True)]
        phone = user.sign_in_phone if user.sign_in_phone_verified else ""
        by_contact = (Q(email__in=emails) & ~Q(email="")) | (Q(phone=phone) & ~Q(phone=""))
        return self.filter(Q(person=user) | by_contact)


class Invitation(models.Model):
    """Somebody is asked to act for an organization; the invited person alone makes it so, by accepting."""

    # The address of its page, sent by mail: to know it is the right to read and, signed in, to answer.
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # The same right on a sheet of paper.
    code = models.CharField(_("code on the sheet"), max_length=12, unique=True, editable=False)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="invitations", verbose_name=_("organization")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=InvitationKind, default=InvitationKind.ADD)
    role = models.CharField(_("role"), max_length=20, choices=RepresentativeRole)
    # Of a hand-over: what the one who hands over is afterwards; empty, the person leaves.
    role_afterwards = models.CharField(_("role afterwards"), max_length=20, choices=RepresentativeRole, blank=True)
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    # A colleague who is known already, whatever they sign in with.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.THAI)
    mandate_until = models.DateField(_("mandate until"), null=True, blank=True)
    letter = models.FileField(_("mandate letter"), upload_to="mandates", storage=private_storage, blank=True)
    letter_name = models.CharField(_("name of the file"), max_length=200, blank=True)

    status = models.CharField(
        _("status"), max_length=12, choices=InvitationStatus, default=InvitationStatus.OPEN, editable=False
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("invited"), auto_now_add=True)
    sent_on = models.DateField(_("last sent"), default=timezone.localdate, editable=False)
    valid_until = models.DateField(_("valid until"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "email"],
                # Only while it is open: whoever declined may be asked again.
                condition=Q(status=InvitationStatus.OPEN.value) & ~Q(email=""),
                name="one_open_invitation_per_address",
                violation_error_message=_("This person is invited already."),
            ),
            models.UniqueConstraint(
                fields=["organization", "phone"],
                condition=Q(status=InvitationStatus.OPEN.value) & ~Q(phone=""),
                name="one_open_invitation_per_phone",
                violation_error_message=_("This person is invited already."),
            ),
            models.UniqueConstraint(
                fields=["organization", "invited_by"],
                # The main role goes to one successor; two would both believe it theirs.
                condition=Q(status=InvitationStatus.OPEN.value, kind=InvitationKind.HAND_OVER.value),
                name="one_open_hand_over_per_person",
                violation_error_message=_("A hand-over is under way already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} – {self.organization}"

    @property
    def is_over(self) -> bool:
        """Still open, but its days are over."""
        return self.status == InvitationStatus.OPEN and self.valid_until < timezone.localdate()
