"""What a person writes who says that they act for an organization of the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import PhoneField
from portal.thai.text import tidy

LONG_TEXT = 2000


class ClaimForm(forms.Form):
    """Cleans to the keywords of `network.actions.make_claim`."""

    position = forms.CharField(
        label=_("Your position in the organization"),
        max_length=150,
        help_text=_("For example chair, secretary, committee member."),
    )
    phone = PhoneField(label=_("Your phone"), help_text=_("The centre calls you on this number."))
    message = forms.CharField(
        label=_("How the centre can check it"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("For example whom of the organization it may call, or a letter that you can show."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].widget.attrs["autocomplete"] = "organization-title"
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"

    def clean_position(self) -> str:
        return tidy(self.cleaned_data["position"]).strip()[:150]
