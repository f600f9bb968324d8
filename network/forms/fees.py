"""A fee in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from network.models import Fee
from portal.forms import ThaiDecimalField


class FeeForm(WagtailAdminModelForm):
    """Of a fee that was used only the last day can be written; its tier never changes."""

    amount = ThaiDecimalField(
        label=_("Fee in baht"),
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text=_("0 for free of charge."),
        error_messages={"min_value": _("A fee is zero or more.")},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        used = Fee.objects.used().filter(pk=self.instance.pk).exists()
        for name in ("tier", "amount", "months", "valid_from") if used else ("tier",):
            self.fields[name].disabled = True
        if used:
            self.fields["amount"].help_text = _("Somebody was asked to pay by this fee, so it stays as it is.")
