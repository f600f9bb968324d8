"""Codes on sheets of paper: made so that they can be read aloud, read as people type them."""

import secrets

from portal.thai.text import to_arabic_digits

# Without the letters and figures that people mistake for one another.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8


def new_code() -> str:
    """Eight letters and figures from 31: 40 bits, for one use and some months."""
    # Guessing is limited besides (`take_over` in settings_people.py): 10 of 31^8 an hour.
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown_code(code: str) -> str:
    """A code as it is printed: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"


def typed_code(text: str) -> str:
    """A code as people type it: small letters, spaces, dashes and Thai digits do no harm."""
    return "".join(letter for letter in to_arabic_digits(text).upper() if letter.isalnum())
