"""Reads of organizations, named as adjectives; `visible_to` is the only door to rows that a person sees."""

from django.db import models

from network.enums import EntryStatus


class OrganizationQuerySet(models.QuerySet):
    def visible_to(self, user) -> "OrganizationQuerySet":
        """Listed and published ones for everyone; for a registrar or the secretariat all of them."""
        if user.is_authenticated and user.has_perm("network.view_organization"):
            return self
        return self.listed()

    def listed(self) -> "OrganizationQuerySet":
        return self.filter(live=True, entry__status=EntryStatus.LISTED)

    def in_province(self, code: str) -> "OrganizationQuerySet":
        return self.filter(entry__province_id=code)

    def in_thai_order(self) -> "OrganizationQuerySet":
        return self.order_by("entry__sort_key", "pk")
