"""Legal forms, by what lists call them and by how names begin."""

import re
import tomllib
from functools import cache
from pathlib import Path

from django.utils.translation import override

from network.enums import LegalForm
from network.importing.cleaning.limits import limit
from network.importing.reading import Reading
from network.importing.remarks import Problem
from portal.thai.text import fold

FORMS = Path(__file__).parent.parent / "forms.toml"
SAMPLE = fold("ตัวอย่าง")


def clean_form(row: Reading) -> None:
    """The legal form of the cell and the number of its registration."""
    text = row.text("legal_form")
    if form := _named().get(fold(text)):
        row.values["legal_form"] = form
    elif text:
        form = form_of_name(text)
        row.values["legal_form"] = form or LegalForm.OTHER
        row.note(Problem.LEGAL_FORM_READ, "legal_form", text=text, form=str(row.values["legal_form"]))
    number = row.text("registration_number")
    row.keep("registration_number", number, "registration_number", limit("registration_number"))


def complete_form(row: Reading) -> None:
    """For an organization that is new: the form that its name says, or "other"."""
    if "legal_form" in row.values:
        return
    form = form_of_name(row.values.get("name", "")) or form_of_name(row.values.get("name_en", ""))
    row.values["legal_form"] = form or LegalForm.OTHER
    if form:
        row.note(Problem.LEGAL_FORM_FROM_NAME, form=str(form))
    else:
        row.note(Problem.LEGAL_FORM_UNKNOWN)


def form_of_name(name: str) -> LegalForm | None:
    """มูลนิธิ… is a foundation; Friends of the Sea Foundation is one too."""
    thai = fold(name).removeprefix(SAMPLE)
    for beginning, form in _thai_forms():
        if thai.startswith(beginning):
            return form
    found = _english_forms()[0].search(name.casefold().strip())
    return _english_forms()[1][found["first"] or found["last"]] if found else None


@cache
def _named() -> dict[str, LegalForm]:
    words = {fold(word): LegalForm(form) for form, words in _forms().items() for word in words}
    # The codes of the database, as our own older exports have them, and the portal's own words.
    codes = {fold(form.value): form for form in LegalForm}
    return words | codes | _labels()


@cache
def _thai_forms() -> list[tuple[str, LegalForm]]:
    """The longest first: เครือข่ายวิสาหกิจชุมชน is no network."""
    return sorted(
        ((fold(word), form) for word, form in _words() if not word.isascii()), key=lambda found: -len(found[0])
    )


@cache
def _english_forms() -> tuple[re.Pattern[str], dict[str, LegalForm]]:
    """What finds an English form, which is a word of its own, first or last; and the form of each word."""
    words = {word: form for word, form in _words() if word.isascii()}
    any_word = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"^(?P<first>{any_word})\b|\b(?P<last>{any_word})$"), words


def _words() -> list[tuple[str, LegalForm]]:
    return [(word, LegalForm(form)) for form, words in _forms().items() if form != "other" for word in words]


def _labels() -> dict[str, LegalForm]:
    found: dict[str, LegalForm] = {}
    for language in ("th", "en"):
        with override(language):
            found |= {fold(str(form.label)): form for form in LegalForm}
    return found


def _forms() -> dict[str, list[str]]:
    return tomllib.loads(FORMS.read_text(encoding="utf-8"))
