"""Reads of organizations, named as adjectives; `visible_to` is the only door to rows that a person sees."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Case, IntegerField, Value, When
from django.db.models.functions import Length, StrIndex

from network.enums import EntryStatus


class OrganizationQuerySet(models.QuerySet):
    def visible_to(self, user) -> "OrganizationQuerySet":
        """Listed and published ones for everyone; for a registrar or the secretariat all that still stand."""
        if user.is_authenticated and user.has_perm("network.view_organization"):
            return self.standing()
        # The public sees what is published and listed: a draft and a pending entry are alike to them.
        return self.listed()

    def listed(self) -> "OrganizationQuerySet":
        return self.filter(live=True, entry__status=EntryStatus.LISTED)

    def standing(self) -> "OrganizationQuerySet":
        """Not merged into another one."""
        return self.exclude(entry__status=EntryStatus.MERGED)

    def in_good_standing(self, day: date | None = None) -> "OrganizationQuerySet":
        """Those with a membership of any tier that has all its rights on `day` (today): who may send a delegate."""
        # Late: the models are built upon this module.
        from network.models.membership import Membership

        return self.filter(pk__in=Membership.objects.in_good_standing(day).values("organization"))

    def unrepresented(self) -> "OrganizationQuerySet":
        """Without a primary contact who can sign in today: nobody was ever named, or the mandate is over."""
        # By name: that model stands in the same room and points here.
        mandates = apps.get_model("network", "Representative").objects
        return self.exclude(pk__in=mandates.reachable().primary().values("organization"))

    def with_tiers(self) -> "OrganizationQuerySet":
        """Each with `good_terms`: its memberships that have all rights today, the national one first."""
        from network.models.membership import Membership

        terms = Membership.objects.in_good_standing().select_related("tier").order_by("tier")
        return self.prefetch_related(models.Prefetch("memberships", terms, to_attr="good_terms"))

    def in_province(self, code: str) -> "OrganizationQuerySet":
        return self.filter(entry__province_id=code)

    def in_thai_order(self) -> "OrganizationQuerySet":
        return self.order_by("entry__sort_key", "pk")

    def in_english_order(self) -> "OrganizationQuerySet":
        """By the English name; those without one last, in Thai order."""
        return self.order_by("entry__sort_key_en", "entry__sort_key", "pk")

    def in_order_of(self, language: str) -> "OrganizationQuerySet":
        return self.in_english_order() if language == "en" else self.in_thai_order()

    def matching(self, terms: list[str]) -> "OrganizationQuerySet":
        """Those whose search text contains every one of the folded `terms`; none without a term."""
        # No words is not "all": whoever asks must choose the whole list on purpose.
        if not terms:
            return self.none()
        rows = self
        for term in terms:
            rows = rows.filter(entry__search_text__contains=term)
        return rows

    def ranked(self, terms: list[str]) -> "OrganizationQuerySet":
        """Best match of the folded `terms` first: whole names and provinces, then parts of them, then other text.

        Among equals the organization's own name comes before its province, and the shorter before the longer.
        """
        points = sum((_points(term) for term in terms), Value(0))
        place = sum((StrIndex("entry__search_names", Value(term)) for term in terms), Value(0))
        return self.alias(points=points, place=place, length=Length("entry__search_names")).order_by(
            "-points", "place", "length", "entry__sort_key", "pk"
        )

    def in_this_order(self, pks: list[int]) -> "OrganizationQuerySet":
        """The organizations with these keys, as they stand in `pks`."""
        # Python has ranked them already (likeness of names); the database only fetches.
        places = [When(pk=pk, then=place) for place, pk in enumerate(pks)]
        if not places:
            return self.none()
        return self.filter(pk__in=pks).order_by(Case(*places, output_field=IntegerField()))


def _points(term: str) -> Case:
    return Case(
        # Each name stands on its own line, so this is the whole name and not a part of one.
        When(entry__search_names__contains=f"\n{term}\n", then=4),
        When(entry__search_names__contains=term, then=2),
        default=0,
        output_field=IntegerField(),
    )
