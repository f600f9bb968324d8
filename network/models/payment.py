from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.enums import OPEN_PAYMENTS, PaymentAction, PaymentMethod, PaymentPurpose, PaymentStatus
from network.models.case import private_storage
from network.models.fee import Fee
from network.models.membership import Membership
from network.models.payment_queryset import PaymentQuerySet


def person(label, **options) -> models.ForeignKey:
    # The council keeps who said and who decided: such a person cannot be deleted from under a payment.
    fixed = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+", "editable": False}
    return models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=label, **{**fixed, **options})


def moment(label) -> models.DateTimeField:
    return models.DateTimeField(label, null=True, blank=True, editable=False)


class Payment(models.Model):
    """What an organization owes for one term of its membership, from the day it is due until it is accepted."""

    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="payments", verbose_name=_("membership")
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=PaymentPurpose)
    fee = models.ForeignKey(Fee, on_delete=models.PROTECT, related_name="payments", verbose_name=_("fee"))
    # Both as the fee was on the day the payment became due.
    amount = models.DecimalField(_("amount in baht"), max_digits=10, decimal_places=2)
    months = models.PositiveSmallIntegerField(_("term in months"), null=True, blank=True)
    # Digits only: written into the note of a transfer, on any keyboard, and into a bill payment as its Ref1.
    reference = models.CharField(_("payment code"), max_length=20, editable=False)
    status = models.CharField(
        _("status"), max_length=12, choices=PaymentStatus, default=PaymentStatus.DUE, editable=False
    )
    due_on = models.DateField(_("to be paid by"), null=True, blank=True)
    created_at = models.DateTimeField(_("due since"), auto_now_add=True)

    method = models.CharField(_("way of payment"), max_length=10, choices=PaymentMethod, blank=True)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    slip = models.FileField(_("slip"), upload_to="slips", storage=private_storage, blank=True)
    slip_name = models.CharField(_("name of the file"), max_length=200, blank=True)
    # From the slip's own QR code; blank when it cannot be read.
    slip_bank = models.CharField(_("bank code on the slip"), max_length=10, blank=True)
    slip_reference = models.CharField(_("bank reference"), max_length=60, blank=True)

    # Of the file itself: the same picture sent twice is noticed also where its QR code cannot be read.
    slip_digest = models.CharField(max_length=64, blank=True, editable=False)

    reported_by = person(_("reported by"))
    reported_at = moment(_("reported"))
    confirmed_by = person(_("confirmed by the centre"))
    confirmed_at = moment(_("confirmed by the centre on"))
    decided_by = person(_("decided by"))
    decided_at = moment(_("decided"))

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        # The actions alone make, change and close payments; nobody is given the right to do it by hand.
        default_permissions = ("view",)
        permissions = [("verify_payment", _("Can accept and refuse payments"))]
        indexes = [
            models.Index(fields=["status", "reported_at"], name="payment_list"),
            models.Index(fields=["slip_reference"], name="payment_slip_reference"),
            models.Index(fields=["slip_digest"], name="payment_slip_digest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["reference"],
                name="payment_codes_are_unique",
                violation_error_message=_("This payment code is taken."),
            ),
            models.UniqueConstraint(
                fields=["membership", "purpose"],
                condition=Q(status__in=[s.value for s in OPEN_PAYMENTS]),
                name="one_open_payment_per_membership",
                violation_error_message=_("This is to be paid already."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="payment_is_of_something",
                violation_error_message=_("An amount to pay is more than zero."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} – {self.membership.organization}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_PAYMENTS


class PaymentEntry(models.Model):
    """One thing that happened to a payment: who, when, what, why. Written once, never changed."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="timeline")
    action = models.CharField(_("action"), max_length=12, choices=PaymentAction)
    by = person(_("person"))
    at = models.DateTimeField(_("time"), auto_now_add=True)
    status = models.CharField(_("status after it"), max_length=12, choices=PaymentStatus)
    # The organization reads it: why a payment was refused, or a receipt voided.
    message = models.TextField(_("message to the organization"), blank=True)
    # Only centre and secretariat read it.
    remark = models.TextField(_("remark for centre and secretariat"), blank=True)

    class Meta:
        verbose_name = _("entry of a payment")
        verbose_name_plural = _("entries of payments")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} – {self.payment}"
