"""What the treasurer writes: accepting, refusing and cancelling payments, recording money, voiding receipts."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.enums import PaymentMethod
from network.exceptions import PaymentReasonMissing
from portal.forms import ThaiDateField

LONGEST = 2000


def words(label, help_text, *, rows: int = 3, **options) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, widget=widget, **options)


def reason(help_text) -> forms.CharField:
    missing = {"required": PaymentReasonMissing.message}
    return words(_("Why"), help_text, error_messages=missing)


def remark() -> forms.CharField:
    return words(
        _("Remark for centre and secretariat"), _("The organization does not read it."), rows=2, required=False
    )


class AcceptForm(forms.Form):
    remark = remark()
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class RefuseForm(forms.Form):
    reason = reason(
        _("The organization reads it. For example: the amount is not complete; the money is not in the account yet.")
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class CancelForm(forms.Form):
    reason = reason(_("The organization reads it. For example: the fee was opened twice."))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class RecordForm(forms.Form):
    """Money that came without the organization's report."""

    method = forms.ChoiceField(
        label=_("How it was paid"),
        choices=PaymentMethod.choices,
        initial=PaymentMethod.TRANSFER.value,
        widget=forms.RadioSelect,
    )
    paid_on = ThaiDateField(label=_("Paid on"), initial=timezone.localdate)
    remark = remark()


class VoidForm(forms.Form):
    """`reissue` cleans to True for a corrected receipt in its place, False where the money is not there."""

    reissue = forms.TypedChoiceField(
        label=_("What happens then"),
        choices=[
            ("yes", _("A corrected receipt takes its place, with the name and address as they are today.")),
            ("no", _("The money is not there after all: the organization has to pay again.")),
        ],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )
    reason = reason(_("The organization reads it, and it is printed on the voided receipt."))


# A page holds several forms; each is found by its name in the address.
TITLES = {
    "accept": pgettext_lazy("a payment", "Accept and write the receipt"),
    "record": pgettext_lazy("a payment", "Record that the money has come"),
    "refuse": pgettext_lazy("a payment", "Refuse and tell the organization"),
    "cancel": pgettext_lazy("a payment", "Cancel the payment"),
    "again": pgettext_lazy("a payment", "Ask for this fee again"),
}
