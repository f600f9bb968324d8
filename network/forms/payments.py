"""What is asked about a payment that somebody has made."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.forms.documents import DocumentField
from portal.forms import ThaiDateField


class DayPaidForm(forms.Form):
    """On which day the money changed hands. Cleans to keywords of `network.actions.report_payment`."""

    paid_on = ThaiDateField(label=_("Paid on"), initial=timezone.localdate)


class SlipForm(DayPaidForm):
    """The slip of a transfer; `keywords` are those of `network.actions.report_payment`."""

    file = DocumentField(
        label=_("Picture of the slip"),
        help_text=_("Choose the slip that your bank’s app has saved, or take a photo of it. At most 10 MB."),
        error_messages={"required": _("Choose the picture of your slip first.")},
    )
    field_order = ["file", "paid_on"]

    def keywords(self) -> dict[str, Any]:
        file = self.cleaned_data["file"]
        return {"slip": file, "slip_name": file.typed_name, "paid_on": self.cleaned_data["paid_on"]}
