"""What a registrar chooses when a list is brought, checked and imported."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.enums import EntryStatus, ImportDecision
from network.importing.checking import Answer
from network.importing.exceptions import LIMITS, SENTENCES
from network.importing.headings import LEFT_ALONE, fields, heading
from network.models import ImportRun
from portal.sheets import MAX_BYTES, SheetProblem

NOT_USED = _("– not used –")


class ListForm(forms.Form):
    """The file. Cleans to its name and content."""

    file = forms.FileField(
        label=_("List of organizations"),
        help_text=format_lazy(_("An Excel file (.xlsx) or a .csv, at most {megabytes} MB and {rows} rows."), **LIMITS),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv,.txt"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": SENTENCES[SheetProblem.EMPTY],
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        # Before it is read into memory.
        if file.size > MAX_BYTES:
            raise forms.ValidationError(SENTENCES[SheetProblem.TOO_LARGE] % LIMITS)
        return file


class ColumnsForm(forms.Form):
    """What each column holds, and whether new organizations are shown at once."""

    status = forms.ChoiceField(
        label=_("New organizations"),
        choices=[
            (EntryStatus.LISTED.value, _("Show them in the directory at once")),
            (EntryStatus.PENDING.value, _("Keep them hidden until somebody has looked at each")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, data: QueryDict | None = None, *, run: ImportRun) -> None:
        super().__init__(data, initial={"status": run.status})
        self.run = run
        language = get_language() or "th"
        known = sorted(((field, heading(field, language)) for field in fields()), key=lambda choice: choice[1])
        ignored = [(field, heading(field, language)) for field in LEFT_ALONE]
        for index, words, field, *_samples in run.columns:
            self.fields[f"column-{index}"] = forms.ChoiceField(
                label=words or _("(no heading)"),
                choices=[("", NOT_USED), *known, *(choice for choice in ignored if choice[0] == field)],
                initial=field,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        for name, field in self.chosen.items():
            if field and field in taken:
                first = self.fields[taken[field]].label
                self.add_error(name, _("“%(first)s” holds this already. Choose one of them.") % {"first": first})
            taken.setdefault(field, name)
        return cleaned

    @property
    def chosen(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name.startswith("column-")}

    @property
    def by_index(self) -> dict[int, str]:
        """The field of each column, by its index."""
        return {int(name.removeprefix("column-")): field for name, field in self.chosen.items()}

    @property
    def columns(self) -> list[dict[str, Any]]:
        """The columns as the page shows them: the field of the form, what the list calls it, and some of its texts."""
        return [
            {"field": self[f"column-{index}"], "heading": words, "samples": samples[0] if samples else []}
            for index, words, _field, *samples in self.run.columns
        ]


def typed_answers(data: Mapping[str, Any]) -> dict[int, Answer]:
    """The decisions of a page of rows: "row-12" is "new", "skip", or "same-7" with the key of an organization.

    What cannot be read is no decision.
    """
    answers = {}
    for name, value in data.items():
        number = name.removeprefix("row-")
        said, _sign, key = str(value).partition("-")
        if name.startswith("row-") and number.isdecimal() and said in ImportDecision:
            pk = int(key) if key.isdecimal() else None
            answers[int(number)] = Answer(ImportDecision(said), pk)
    return answers
