"""The directory's filters: what a reader chose, what remains, and how many each further choice would leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, TextChoices
from django.http import QueryDict
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from network.enums import LegalForm, Region
from network.models import Issue, Province
from network.querysets import OrganizationQuerySet


@dataclass(frozen=True, eq=False)
class Filter:
    """One question that the directory answers.

    Attributes:
        name: the parameter in the address.
        title: what the reader sees.
        lookup: the field of Organization that holds a value.
        labels: what each value is called, in the order of the list.
    """

    name: str
    title: str | Promise
    lookup: str
    labels: Mapping[str, str | Promise]


def filters() -> list[Filter]:
    """The directory's filters in the reader's language; two queries."""
    return [
        Filter("region", _("Region"), "entry__province__region", labels(Region)),
        Filter(
            "province",
            _("Province"),
            "entry__province__slug",
            {p.slug: str(p) for p in Province.objects.in_reading_order()},
        ),
        Filter("legal_form", _("Legal form"), "entry__legal_form", labels(LegalForm)),
        Filter("issue", _("Issue"), "issues__slug", {issue.slug: str(issue) for issue in Issue.objects.all()}),
    ]


def labels(choices: type[TextChoices]) -> dict[str, str | Promise]:
    return {choice.value: choice.label for choice in choices}


class Selection:
    """What a reader chose, applied to rows.

    A value that no filter knows leaves no rows: a mistyped address must not show everything as if it were chosen.
    """

    def __init__(self, rows: OrganizationQuerySet, params: QueryDict) -> None:
        self.all_rows = rows
        self.filters = filters()
        self.chosen = {f: value for f in self.filters if (value := params.get(f.name, "")) in f.labels}
        # Remembered apart, because an unknown value must leave nothing instead of everything.
        self.unknown = [f for f in self.filters if params.get(f.name) and f not in self.chosen]

    @property
    def rows(self) -> OrganizationQuerySet:
        return self._without(None)

    def counts(self, wanted: Filter) -> dict[str, int]:
        """How many rows each value of `wanted` would leave beside the other filters, in the order of the labels."""
        # Without an order: the database would group by it as well and count every row as one.
        rows = self._without(wanted).order_by().values_list(wanted.lookup)
        found = dict(rows.annotate(Count("pk", distinct=True)))
        return {value: found[value] for value in wanted.labels if value in found}

    def _without(self, left_out: Filter | None) -> OrganizationQuerySet:
        if self.unknown:
            return self.all_rows.none()
        chosen = {f.lookup: value for f, value in self.chosen.items() if f is not left_out}
        # In one call: two filters over the same many-to-many would otherwise join it twice.
        return self.all_rows.filter(**chosen)


class Addresses:
    """Addresses of the directory, one choice changed and the page dropped."""

    def __init__(self, path: str, params: QueryDict) -> None:
        self.path = path
        self.params = params

    def with_value(self, name: str, value: str | None) -> str:
        """The address with `name` set to `value`, or without it."""
        query = self.params.copy()
        # Page 4 of another list means nothing.
        query.pop("page", None)
        query.pop(name, None)
        if value:
            query[name] = value
        return f"{self.path}?{query.urlencode()}" if query else self.path

    @cached_property
    def hidden(self) -> list[dict[str, str]]:
        """What a search form keeps beside its own field."""
        return [{"name": n, "value": str(v)} for n, v in self.params.items() if v and n not in ("q", "page")]
