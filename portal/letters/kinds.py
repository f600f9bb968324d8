"""Kinds of letters: each app names its own through the hook `register_letter_kinds`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.hooks import answers

type Text = str | Promise


class Words(NamedTuple):
    """A subject in one line, and a body in the signs of docs/letters.md."""

    subject: str
    body: str


@dataclass(frozen=True)
class Variable:
    """Something a letter may name in braces.

    Attributes:
        meaning: what the secretariat reads beside the text it edits.
        sample: stands in previews.
        is_link: an absolute address; on a line of its own it becomes a button.
    """

    meaning: Text
    sample: Text
    is_link: bool = False


# Known in every letter, given by the portal itself.
ALWAYS = {
    "recipient": Variable(_("the name of who gets the mail"), _("Ms Malee Sample")),
    "council": Variable(_("the council's name"), _("Sample council")),
}


@dataclass(frozen=True)
class LetterKind:
    """One kind of mail.

    Attributes:
        code: the app and a name, as in "network.profile_approved".
        name: how the secretariat calls it.
        why: the sentence "you get this mail because …"; it may name variables too.
        variables: what whoever sends it must give, besides ALWAYS.
        folder: holds `<name>.toml` with the first words: tables `th` and `en`, each a `subject` and a `body`.
    """

    code: str
    name: Text
    why: Text
    folder: Path
    variables: Mapping[str, Variable] = field(default_factory=dict)

    @property
    def known(self) -> dict[str, Variable]:
        return {**self.variables, **ALWAYS}

    @property
    def links(self) -> set[str]:
        return {name for name, variable in self.variables.items() if variable.is_link}

    def first_words(self, language: str) -> Words:
        """What stands in the app's own file; English for a language it does not know."""
        texts = _file(self.folder / f"{self.code.rpartition('.')[2]}.toml")
        # A plugin may come in one language only, and a mail must go out.
        return Words(**texts[language if language in texts else "en"])

    def samples(self) -> dict[str, str]:
        """In the language being read."""
        return {name: str(variable.sample) for name, variable in self.known.items()}


@cache
def _file(path: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def letter_kinds() -> dict[str, LetterKind]:
    """Every kind by its code, in the order of the plugins."""
    return {kind.code: kind for kinds in answers("register_letter_kinds") for kind in kinds or []}
