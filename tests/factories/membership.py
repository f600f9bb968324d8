import factory
from django.utils import timezone

from network.enums import ApplicationKind, ApplicationStatus, ClosedReason, DocumentKind, LegalForm
from network.models import (
    ApplicationDocument,
    Claim,
    Coordinator,
    District,
    Membership,
    MembershipApplication,
    Subdistrict,
    Tier,
)
from tests.factories.network import CoordinationCentreFactory, OrganizationFactory, ProvinceFactory
from tests.factories.portal import UserFactory


class DistrictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = District
        django_get_or_create = ["code"]

    code = "7601"
    name = "เมืองเพชรบุรี"
    name_en = "Mueang Phetchaburi"
    province = factory.SubFactory(ProvinceFactory)


class SubdistrictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Subdistrict
        django_get_or_create = ["code"]

    code = "760107"
    name = "โพไร่หวาน"
    name_en = "Pho Rai Wan"
    postal_code = "76000"
    district = factory.SubFactory(DistrictFactory)


class CoordinatorFactory(factory.django.DjangoModelFactory):
    """Serves the centre of Phetchaburi today, unless told which centre."""

    class Meta:
        model = Coordinator

    user = factory.SubFactory(UserFactory)

    @factory.lazy_attribute
    def centre(self):
        province = ProvinceFactory()
        return province.centres.first() or CoordinationCentreFactory(provinces=[province])


class TierFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tier
        django_get_or_create = ["kind"]

    kind = ApplicationKind.PROVINCIAL
    name = "องค์กรในเครือข่ายจังหวัด"
    name_en = "Registered with the provincial network"


class ApplicationFactory(factory.django.DjangoModelFactory):
    """A provincial registration whose five items are answered, not yet sent."""

    class Meta:
        model = MembershipApplication
        skip_postgeneration_save = True

    kind = ApplicationKind.PROVINCIAL
    applicant = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"ตัวอย่าง กลุ่มที่ {n}")
    name_en = factory.Sequence(lambda n: f"Sample group {n}")
    province = factory.SubFactory(ProvinceFactory)
    district = factory.SubFactory(DistrictFactory)
    leader_name = "ตัวอย่าง หัวหน้าทีม"
    current_work = "งานตัวอย่าง"
    phone = "+66812345678"

    class Params:
        national = factory.Trait(
            kind=ApplicationKind.NATIONAL,
            legal_form=LegalForm.ASSOCIATION,
            year_started=2010,
            target_groups="ผู้สูงอายุ",
            area="ทั้งจังหวัด",
            first_activity="กิจกรรมตัวอย่าง",
            second_activity="กิจกรรมตัวอย่างอีกครั้ง",
        )
        sent = factory.Trait(status=ApplicationStatus.SUBMITTED, submitted_at=factory.LazyFunction(timezone.now))

    @factory.post_generation
    def issues(self, create, issues, **kwargs):
        if create and issues:
            self.issues.set(issues)


class ApplicationDocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ApplicationDocument

    application = factory.SubFactory(ApplicationFactory)
    kind = DocumentKind.REGISTRATION
    file = factory.django.FileField(filename="certificate.pdf", data=b"%PDF-1.4")
    name = "certificate.pdf"
    added_by = factory.SelfAttribute("application.applicant")


class ClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Claim

    organization = factory.SubFactory(OrganizationFactory)
    claimant = factory.SubFactory(UserFactory)
    position = "เลขานุการ"


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    organization = factory.SubFactory(OrganizationFactory)
    tier = factory.SubFactory(TierFactory)
    number = factory.Sequence(lambda n: n + 1)
    begun_on = factory.SelfAttribute("starts_on")
    starts_on = factory.LazyFunction(timezone.localdate)

    class Params:
        # Admitted, and nobody has paid yet.
        awaiting = factory.Trait(starts_on=None, ends_on=None)
        closed = factory.Trait(closed_on=factory.LazyFunction(timezone.localdate), closed_reason=ClosedReason.RESIGNED)
