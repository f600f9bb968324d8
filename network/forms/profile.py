"""The form in which representatives keep their organization's profile."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import ClusterForm

from network.forms.logos import LogoField, StoresLogo
from network.forms.years import ThaiYearField
from network.models import Organization
from network.models.profile import PROFILE_FIELDS
from portal.forms import PhoneField

LONG_TEXT = 5000
SHORT_TEXT = 500

# (title, explanation, rows); a row is a field, or a contact field with the one that says who may read it.
SECTIONS: list[tuple[Any, Any, list[str | tuple[str, str]]]] = [
    (_("Names"), "", ["name", "name_en", "other_names", "year_started", "logo"]),
    (
        _("What you do"),
        _("Two or three short paragraphs are enough. Everyone may read this."),
        ["current_work", "current_work_en", "issues", "target_groups", "target_groups_en"],
    ),
    (
        _("How to reach you"),
        _("For each line you choose who may read it. What only the secretariat may read never appears on the site."),
        [
            ("leader_name", "leader_visibility"),
            ("phone", "phone_visibility"),
            ("email", "email_visibility"),
            ("line_id", "line_visibility"),
            ("website", "website_visibility"),
            ("facebook", "facebook_visibility"),
        ],
    ),
    (_("Where you are"), "", ["address", "address_en", "address_visibility"]),
]


@dataclass(frozen=True)
class Row:
    """A field, with the field that says who may read it when it has one."""

    field: forms.BoundField
    visibility: forms.BoundField | None = None


class ProfileForm(StoresLogo, ClusterForm):
    """Works on a draft from `get_latest_revision_as_object`; `seen` is the revision the person started from."""

    # Which version the person had before their eyes: the action compares it behind its lock.
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    logo = LogoField(
        label=_("Logo"), required=False, help_text=_("A JPEG, PNG or WebP file of at most 5 MB. It is made smaller.")
    )
    phone = PhoneField(label=_("Phone"), required=False, help_text=_("For example 081 234 5678."))
    year_started = ThaiYearField(
        label=_("Year of founding"), required=False, help_text=_("For example 2532 or 1989. Leave it empty if unsure.")
    )

    class Meta:
        model = Organization
        fields = PROFILE_FIELDS
        # ClusterForm would make one for every child relation, and the profile edits none of them.
        formsets: list[str] = []
        labels = {
            "name": _("Name in Thai"),
            "name_en": _("Name in English"),
            "other_names": _("Other names and abbreviations"),
            "current_work": _("Your present work, in Thai"),
            "current_work_en": _("Your present work, in English"),
            "issues": _("Issues you work on"),
            "target_groups": _("Whom you work with, in Thai"),
            "target_groups_en": _("Whom you work with, in English"),
            "leader_name": _("Team leader"),
            "email": _("E-mail"),
            "line_id": _("LINE account"),
            "website": _("Website"),
            "facebook": _("Facebook page"),
            "address": _("Address in Thai"),
            "address_en": _("Address in English"),
            "address_visibility": _("Who may read the address"),
        }
        help_texts = {
            "other_names": _("One on each line. People find you by these names too."),
            "website": _("For example www.example.org."),
            "facebook": _("Copy the page's address here, for example facebook.com/yourpage."),
        }
        widgets = {
            "issues": forms.CheckboxSelectMultiple,
            "other_names": forms.Textarea({"rows": 3}),
            "current_work": forms.Textarea({"rows": 8}),
            "current_work_en": forms.Textarea({"rows": 8}),
            "address": forms.Textarea({"rows": 3}),
            "address_en": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.latest_revision_id
        for name, field in self.fields.items():
            if name.endswith("_visibility") and name != "address_visibility":
                field.label = _("Who may read it")
            if isinstance(field.widget, forms.Textarea):
                # On the field and not on the column: texts that were imported longer stay as they are.
                limit = SHORT_TEXT if "work" not in name else LONG_TEXT
                field.validators.append(MaxLengthValidator(limit))

    def _post_clean(self) -> None:
        """Makes the instance the whole new version, issues too, so that it can be compared before it is saved."""
        super()._post_clean()
        if "issues" in self.cleaned_data:
            self.instance.issues.set(self.cleaned_data["issues"])

    def sections(self) -> Iterator[dict]:
        """The form's parts: title, text, rows."""
        for title, text, names in SECTIONS:
            rows = [Row(self[n]) if isinstance(n, str) else Row(self[n[0]], self[n[1]]) for n in names]
            yield {"title": title, "text": text, "rows": rows}
