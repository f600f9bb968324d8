"""The council's own words for a mail."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.letters import LetterKind, letter_kinds
from portal.letters.writing import loose_brace, unknown


class LetterTextForm(WagtailAdminModelForm):
    """Shows the words as they are said now; what equals the first words is stored as empty, and follows them."""

    class Media:
        js = ["portal/js/letter-preview.js"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.kind = letter_kinds()[self.instance.kind]
        for name in self.fields:
            self.initial[name] = self.initial.get(name) or self._first(name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in [name for name in self.fields if name in cleaned]:
            # Browsers send a text area's line ends as CR LF; the files have LF.
            text = cleaned[name].replace("\r\n", "\n").strip()
            for sentence in mistakes(text, self.kind):
                self.add_error(name, sentence)
            # Stored as empty, so that a better first text in a later release reaches councils that never changed it.
            cleaned[name] = "" if text == self._first(name).strip() else text
        return cleaned

    def _first(self, name: str) -> str:
        part, _sign, language = name.partition("_")
        return getattr(self.kind.first_words(language), part)


def mistakes(text: str, kind: LetterKind) -> list[str]:
    """What is wrong with the words, a sentence each."""
    wrong = [
        _("{%(name)s} is not known here. Take one of the names in the list above.") % {"name": name}
        for name in unknown(text, kind.known)
    ]
    if loose_brace(text):
        wrong.append(_("A brace stands alone. Braces go around one name only, as in {recipient}."))
    return wrong
