"""Clean one row: what each cell says, in the form in which the register keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass

from network.importing.cleaning.contacts import clean_contacts
from network.importing.cleaning.dates import clean_day, clean_year
from network.importing.cleaning.forms import clean_form, complete_form
from network.importing.cleaning.location import clean_location, clean_province
from network.importing.cleaning.membership import Tiers, clean_membership
from network.importing.cleaning.names import clean_leader, clean_names, clean_work
from network.importing.places import Places
from network.importing.reading import Reading

__all__ = ["Known", "Tiers", "clean_key", "clean_rest", "complete_form"]


@dataclass(frozen=True)
class Known:
    """What the portal knows and cells name: places, the keys of issues by their folded names, and tiers."""

    places: Places
    issues: Mapping[str, int]
    tiers: Tiers


def clean_key(row: Reading, known: Known) -> None:
    """What tells which organization it is: names and province."""
    clean_names(row)
    clean_province(row, known.places)


def clean_rest(row: Reading, known: Known, *, province: str) -> None:
    """Everything else; `province` is the row's, or the register's for an organization that it knows."""
    clean_location(row, known.places, province)
    clean_form(row)
    clean_day(row, "registered_on")
    clean_year(row)
    clean_leader(row)
    clean_work(row, known.issues)
    clean_contacts(row)
    clean_membership(row, known.tiers)
