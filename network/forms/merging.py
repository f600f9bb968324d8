"""What a registrar chooses when two organizations are merged, or told apart."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.widgets import AdminSnippetChooser

from network.merging.parts import BOTH, LOSER, PARTS, WINNER
from network.models import Organization


class MergeForm(forms.Form):
    """Whose word is kept, a field for each part; and which plan was read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for part in PARTS:
            sides = (WINNER, LOSER, BOTH) if part.joined else (WINNER, LOSER)
            self.fields[part.name] = forms.ChoiceField(choices=[(side, side) for side in sides], required=False)

    @property
    def choices(self) -> dict[str, str]:
        """A side for each part that one was chosen for."""
        return {part.name: side for part in PARTS if (side := self.cleaned_data[part.name])}


class ApartForm(forms.Form):
    why = forms.CharField(
        label=_("Why they are two (optional)"),
        help_text=_("For colleagues who find the pair later, for example: two groups in one village."),
        required=False,
        max_length=300,
    )


class ChooseForm(forms.Form):
    """Two organizations that somebody has noticed themselves."""

    one = forms.ModelChoiceField(Organization.objects.standing(), label=_("Organization that stays"))
    other = forms.ModelChoiceField(Organization.objects.standing(), label=_("Organization to be merged into it"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Made here: the CMS knows its choosers only once its addresses are loaded.
            field.widget = AdminSnippetChooser(Organization)

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if cleaned.get("one") and cleaned.get("one") == cleaned.get("other"):
            self.add_error("other", _("Choose two organizations."))
        return cleaned
