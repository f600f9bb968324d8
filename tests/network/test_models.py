import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from network.enums import RepresentativeStatus
from network.models import Organization, Province
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db


def test_a_factory_organization_stands_in_the_register_of_its_province():
    organization = OrganizationFactory(entry__province__code="TH-76")
    assert organization.entry.province.name_en == "Phetchaburi"
    assert list(Organization.objects.listed()) == [organization]


def test_two_organizations_share_one_province_row():
    OrganizationFactory.create_batch(2)
    ProvinceFactory()
    assert Province.objects.filter(code="TH-76").count() == 1


def test_issues_are_kept_with_the_organization():
    issue = IssueFactory()
    assert list(Organization.objects.get(pk=OrganizationFactory(issues=[issue]).pk).issues.all()) == [issue]


def test_a_person_represents_an_organization_once_at_a_time():
    first = RepresentativeFactory()
    with pytest.raises(IntegrityError, match=r"one_live_representation_per_person|UNIQUE"), transaction.atomic():
        RepresentativeFactory(user=first.user, organization=first.organization)
    first.status = RepresentativeStatus.ENDED
    first.save()
    assert RepresentativeFactory(user=first.user, organization=first.organization).pk


def test_a_mandate_cannot_end_before_it_begins():
    wrong = RepresentativeFactory.build(mandate_from="2026-05-01", mandate_until="2026-04-01")
    with override("en"), pytest.raises(ValidationError, match="cannot end before"):
        wrong.validate_constraints()
