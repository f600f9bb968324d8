import factory

from network.enums import EntryStatus, LegalForm, Region, RepresentativeStatus
from network.models import CoordinationCentre, Issue, Organization, Province, RegisterEntry, Representative
from tests.factories.portal import UserFactory


class ProvinceFactory(factory.django.DjangoModelFactory):
    """Phetchaburi unless told otherwise; the same code gives the same row."""

    class Meta:
        model = Province
        django_get_or_create = ["code"]

    code = "TH-76"
    name = "เพชรบุรี"
    name_en = "Phetchaburi"
    region = Region.WEST
    slug = factory.LazyAttribute(lambda o: o.name_en.lower().replace(" ", "-"))


class CoordinationCentreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CoordinationCentre
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"ศูนย์ประสานงานตัวอย่าง {n}")
    name_en = factory.Sequence(lambda n: f"Sample coordination centre {n}")
    slug = factory.Sequence(lambda n: f"sample-centre-{n}")

    @factory.post_generation
    def provinces(self, create, provinces, **kwargs):
        if create and provinces:
            self.provinces.set(provinces)


class IssueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Issue

    name = factory.Sequence(lambda n: f"ประเด็นที่ {n}")
    name_en = factory.Sequence(lambda n: f"Issue {n}")
    slug = factory.Sequence(lambda n: f"issue-{n}")


class RegisterEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RegisterEntry

    organization = factory.SubFactory("tests.factories.network.OrganizationFactory", entry=None)
    slug = factory.Sequence(lambda n: f"sample-organization-{n}")
    province = factory.SubFactory(ProvinceFactory)
    legal_form = LegalForm.ASSOCIATION
    status = EntryStatus.LISTED


class OrganizationFactory(factory.django.DjangoModelFactory):
    """A published, listed organization in Phetchaburi; `entry__status=…` and the like reach its entry."""

    class Meta:
        model = Organization
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"ตัวอย่าง สมาคมที่ {n}")
    name_en = factory.Sequence(lambda n: f"Sample association {n}")
    entry = factory.RelatedFactory(RegisterEntryFactory, factory_related_name="organization")

    @factory.post_generation
    def issues(self, create, issues, **kwargs):
        if create and issues:
            self.issues.set(issues)
            self.save()


class RepresentativeFactory(factory.django.DjangoModelFactory):
    """Someone who acts for an organization today, as its primary contact."""

    class Meta:
        model = Representative

    user = factory.SubFactory(UserFactory)
    organization = factory.SubFactory(OrganizationFactory)
    status = RepresentativeStatus.ACTIVE
