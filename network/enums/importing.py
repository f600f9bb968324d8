"""Words of the import of lists."""

from django.db import models
from django.utils.translation import pgettext_lazy


class ImportOutcome(models.TextChoices):
    """What an import would make of a row of a list."""

    NEW = "new", pgettext_lazy("a row of a list", "New")
    CHANGED = "changed", pgettext_lazy("a row of a list", "Changed")
    SAME = "same", pgettext_lazy("a row of a list", "Nothing new")
    DOUBTFUL = "doubtful", pgettext_lazy("a row of a list", "Doubtful")
    REFUSED = "refused", pgettext_lazy("a row of a list", "Refused")


class ImportDecision(models.TextChoices):
    """What a person says to a doubtful row."""

    NEW = "new", pgettext_lazy("what to do with a row", "A new organization")
    SAME = "same", pgettext_lazy("what to do with a row", "The same organization")
    SKIP = "skip", pgettext_lazy("what to do with a row", "Leave it out")


class ImportState(models.TextChoices):
    """How far an import has come."""

    UPLOADED = "uploaded", pgettext_lazy("an import", "Columns to be checked")
    CHECKED = "checked", pgettext_lazy("an import", "Checked, not yet imported")
    RUNNING = "running", pgettext_lazy("an import", "Being imported")
    DONE = "done", pgettext_lazy("an import", "Imported")
