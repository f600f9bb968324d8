"""What an action refuses, in words for the person who asked."""


class Refused(Exception):
    """An action was not carried out; `str(error)` is a translated sentence for the reader."""
