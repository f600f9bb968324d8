"""Where an organization is: province, district and subdistrict, each list following from the one before."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.forms.answers.answers_form import AnswersForm
from network.models import District, Province, Subdistrict
from portal.forms import TidyField
from portal.thai.text import to_arabic_digits

_WORD_FOR_VILLAGE = re.compile(r"^(หมู่บ้านที่|หมู่ที่|หมู่|ม\.)\s*")
_NO_CODE = re.compile(r"[^A-Z0-9-]")


class PlaceField(forms.ModelChoiceField):
    """A place by its official code; nothing else reaches the database."""

    default_error_messages = {"invalid_choice": _("This place is not in the list. Please choose again.")}

    def to_python(self, value: Any) -> Any:
        return super().to_python(value if value in self.empty_values else code_in(value))


def code_in(value: Any) -> str:
    """The official code of a place, or what was typed in its stead made harmless; "" for none."""
    return _NO_CODE.sub("?", str(getattr(value, "pk", value) or ""))[:6]


class LocationForm(AnswersForm):
    """Without a script the lists come one after the other: a "choose" button asks for the next (`is_choosing`)."""

    template_name = "network/join/location_fields.html"

    province = PlaceField(
        Province.objects.none(),
        label=_("Province"),
        empty_label=_("Choose a province"),
        error_messages={"required": _("Please choose the province.")},
    )
    district = PlaceField(
        District.objects.none(),
        label=_("District"),
        empty_label=_("Choose a district"),
        error_messages={"required": _("Please choose the district.")},
    )
    subdistrict = PlaceField(
        Subdistrict.objects.none(),
        label=_("Subdistrict"),
        required=False,
        empty_label=_("Choose a subdistrict"),
    )
    village_number = TidyField(label=_("Village number"), max_length=10, required=False)
    address_line = TidyField(
        label=_("House number, building, road"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    postal_code = TidyField(
        label=_("Postal code"),
        max_length=5,
        required=False,
        help_text=_("Leave it empty: it follows from the subdistrict."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # A list of 77 provinces is searched by eye, in the alphabet of the page.
        in_order = "name_en" if get_language() == "en" else "sort_key"
        self._offer("province", Province.objects.order_by(in_order))
        self._offer("district", self._districts())
        self._offer("subdistrict", self._subdistricts())
        for name in ("province", "district", "subdistrict", "postal_code"):
            self.fields[name].widget.attrs["data-place"] = name

    @property
    def choose_name(self) -> str:
        """What the "choose" buttons are called."""
        return self.add_prefix("choose")

    @property
    def is_choosing(self) -> bool:
        """A "choose" button was pressed, not the one that goes on."""
        return bool(self.data.get(self.choose_name))

    @property
    def has_districts(self) -> bool:
        """There is a district to choose; before that the rest of the address would only be in the way."""
        return bool(self._code("province"))

    @property
    def has_subdistricts(self) -> bool:
        """The district lies in the province; the one of a province chosen before does not count."""
        return self._subdistricts().exists()

    def chosen(self) -> "LocationForm":
        """The same question with the lists that follow from what was chosen: everything typed, nothing scolded."""
        typed = {name: self[name].value() for name in self.fields}
        return type(self)(application=self.application, initial=typed, prefix=self.prefix)

    def clean_village_number(self) -> str:
        return _WORD_FOR_VILLAGE.sub("", to_arabic_digits(self.cleaned_data["village_number"]))

    def clean_postal_code(self) -> str:
        code = to_arabic_digits(self.cleaned_data["postal_code"])
        if code and not re.fullmatch(r"[1-9][0-9]{4}", code):
            raise ValidationError(_("A postal code has five digits, for example 76000."), code="invalid")
        return code

    def clean(self) -> dict[str, Any]:
        """Adds the postal code of the subdistrict; another one than it has is a slip."""
        cleaned = super().clean() or self.cleaned_data
        subdistrict, code = cleaned.get("subdistrict"), cleaned.get("postal_code")
        if not subdistrict or code is None:
            return cleaned
        if not code:
            # Few know their postal code by heart.
            cleaned["postal_code"] = subdistrict.postal_code
        elif code not in subdistrict.postal_codes:
            sentence = _("The postal code of this subdistrict is %(codes)s. Correct it or leave it empty.")
            self.add_error("postal_code", sentence % {"codes": ", ".join(subdistrict.postal_codes)})
        return cleaned

    def _offer(self, name: str, places) -> None:
        self.fields[name].queryset = places  # type: ignore[attr-defined]  # -- a PlaceField

    def _districts(self):
        return District.objects.in_province(self._code("province")).in_use().in_reading_order()

    def _subdistricts(self):
        rows = Subdistrict.objects.in_district(self._code("district")).in_use()
        return rows.filter(district__province=self._code("province")).in_reading_order()

    def _code(self, name: str) -> str:
        """The code of the place that is chosen now, typed or kept."""
        return code_in(self[name].value())
