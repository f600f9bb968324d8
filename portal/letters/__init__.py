"""What mails say: kinds of letters, their words and their look. `portal.mail` sends them; docs/letters.md tells how."""

from portal.letters.kinds import LetterKind, Variable, Words, letter_kinds
from portal.letters.layout import Contact, Letter, draw

__all__ = ["Contact", "Letter", "LetterKind", "Variable", "Words", "draw", "letter_kinds"]
