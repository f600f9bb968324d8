"""The filters of the organizations' list in the CMS."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from network.enums import EntryStatus, LegalForm, Region
from network.models import Organization, Province
from network.querysets import OrganizationQuerySet


class OrganizationFilterSet(WagtailFilterSet):
    province = django_filters.ModelChoiceFilter(
        field_name="entry__province", queryset=Province.objects.all(), label=_("Province")
    )
    region = django_filters.ChoiceFilter(field_name="entry__province__region", choices=Region, label=_("Region"))
    status = django_filters.ChoiceFilter(field_name="entry__status", choices=EntryStatus, label=_("Status"))
    legal_form = django_filters.ChoiceFilter(field_name="entry__legal_form", choices=LegalForm, label=_("Legal form"))
    verified = django_filters.BooleanFilter(
        field_name="entry__verified_on", lookup_expr="isnull", exclude=True, label=_("Verified by the secretariat")
    )
    nobody = django_filters.BooleanFilter(method="without_anybody", label=_("Nobody acts for it"))
    live = django_filters.BooleanFilter(field_name="live", label=_("Published"))

    def without_anybody(self, rows: OrganizationQuerySet, name: str, value: bool | None) -> OrganizationQuerySet:
        if value is None:
            return rows
        nobody = Organization.objects.unrepresented().values("pk")
        return rows.filter(pk__in=nobody) if value else rows.exclude(pk__in=nobody)

    class Meta:
        model = Organization
        fields: list[str] = []
