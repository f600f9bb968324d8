"""What the actions with fees, payments and receipts refuse to do."""

from django.utils.translation import gettext_lazy as _


class PaymentRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught PaymentRefused"
    """A step with a payment or a receipt is not taken; the text says why and what to do."""

    message = _("This cannot be done with the payment now. Please call us.")

    def __str__(self) -> str:
        return str(self.args[0] if self.args else self.message)


class NotYourPayment(PaymentRefused):
    """The person has no part in it at all; views answer 404."""

    message = _("There is no such payment.")


class PaymentRecused(PaymentRefused):
    message = _("You act for this organization yourself, so another treasurer has to decide.")


class PaymentMoved(PaymentRefused):
    """Somebody else was faster, or the payment is no longer where the page showed it."""

    message = _("Somebody has dealt with this payment meanwhile. Nothing of yours was saved: read where it stands now.")


class PaymentReasonMissing(PaymentRefused):
    message = _("Please write a sentence: the organization will read it.")


class SlipMissing(PaymentRefused):
    message = _("Please add a picture of the transfer slip, so that the treasurer can find your money.")


class PaidInTheFuture(PaymentRefused):
    message = _("The day of the payment has not come yet. Please check it on your slip.")


class FeeRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught FeeRefused"
    """A fee cannot be set so; the text says why."""


class PaymentWithoutMembership(PaymentRefused):
    message = _(
        "This membership has ended, so there is nothing to pay for. Cancel the payment, or ask the registrar to take "
        "the membership up again first."
    )
