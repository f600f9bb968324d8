from django.db import models
from django.utils.translation import pgettext_lazy

# The group that verifies payments and numbers receipts: data, made by the setup step.
TREASURERS = "เหรัญญิก"


class PaymentPurpose(models.TextChoices):
    JOINING = "joining", pgettext_lazy("a payment", "Joining fee")
    RENEWAL = "renewal", pgettext_lazy("a payment", "Renewal")


class PaymentStatus(models.TextChoices):
    """DUE → SUBMITTED → ACCEPTED; a refusal leads back to DUE, with its reason in the timeline."""

    DUE = "due", pgettext_lazy("a payment", "Not paid yet")
    SUBMITTED = "submitted", pgettext_lazy("a payment", "Waiting for the treasurer")
    ACCEPTED = "accepted", pgettext_lazy("a payment", "Paid")
    CANCELLED = "cancelled", pgettext_lazy("a payment", "Cancelled")


OPEN_PAYMENTS = (PaymentStatus.DUE, PaymentStatus.SUBMITTED)


class PaymentMethod(models.TextChoices):
    TRANSFER = "transfer", pgettext_lazy("a payment", "Bank transfer")
    CENTRE = "centre", pgettext_lazy("a payment", "Paid at the coordination centre")
    CASH = "cash", pgettext_lazy("a payment", "Cash at the secretariat")


class PaymentAction(models.TextChoices):
    """What somebody does with a payment; the words are those of its timeline."""

    OPEN = "open", pgettext_lazy("a payment", "Became due")
    REPORT = "report", pgettext_lazy("a payment", "Reported as paid")
    CONFIRM = "confirm", pgettext_lazy("a payment", "The centre has the money")
    ACCEPT = "accept", pgettext_lazy("a payment", "Accepted")
    REFUSE = "refuse", pgettext_lazy("a payment", "Refused")
    CANCEL = "cancel", pgettext_lazy("a payment", "Cancelled")
    VOID = "void", pgettext_lazy("a payment", "Receipt voided")
    REISSUE = "reissue", pgettext_lazy("a payment", "New receipt issued")
