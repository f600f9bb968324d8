"""What a person writes who says that they act for an organization of the register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import MembershipApplication
from network.models.answers import missing_answers
from portal.forms import PhoneField
from portal.thai.text import tidy

LONG_TEXT = 2000


class ClaimForm(forms.Form):
    """Cleans to the keywords of `network.actions.make_claim`; with a `draft`, also whether to `discard` it."""

    position = forms.CharField(
        label=_("Your position in the organization"),
        max_length=150,
        help_text=_("For example chair, secretary, committee member."),
        error_messages={"required": _("Please write what you are in the organization.")},
    )
    phone = PhoneField(
        label=_("Your phone"),
        help_text=_("The centre calls you on this number."),
        error_messages={"required": _("Please write a phone number.")},
    )
    message = forms.CharField(
        label=_("How the centre can check it"),
        required=False,
        max_length=LONG_TEXT,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("For example whom of the organization it may call, or a letter that you can show."),
    )

    discard = forms.BooleanField(
        required=False,
        help_text=_("It is not needed when you act for an organization of the directory."),
    )

    def __init__(self, *args, draft: MembershipApplication | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft
        if draft is None:
            del self.fields["discard"]
        else:
            self.fields["discard"].label = _("Delete the application that I have begun: %(name)s") % {"name": draft}
            self.fields["discard"].initial = is_hardly_begun(draft)
        self.fields["position"].widget.attrs["autocomplete"] = "organization-title"
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"

    def clean_position(self) -> str:
        # Tidying may lengthen a text, and the column holds 150.
        return tidy(self.cleaned_data["position"]).strip()[:150]


def is_hardly_begun(draft: MembershipApplication) -> bool:
    """Nobody misses it: only the name, and perhaps the place, is written."""
    return {"leader_name", "current_work", "phone"} <= set(missing_answers(draft))
