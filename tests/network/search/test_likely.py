""" "Is this you?": which names are one organization's and which are not."""

import pytest

from network.enums import EntryStatus, LegalForm
from network.models import Organization, Province, RegisterEntry
from network.reference import load_provinces
from network.search.likely import likely_organizations
from network.search.texts import refresh
from tests.factories.network import OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
PHETCH, CHIANG_MAI = "TH-76", "TH-50"

# (typed, in the register, where it is)
SAME = [
    ("สมาคมกลุ่มคนรักเมืองเพชร", "สมาคมกลุ่มคนรักเมืองเพชร", PHETCH),
    ("รักเมืองเพชร", "สมาคมกลุ่มคนรักเมืองเพชร", PHETCH),
    ("กลุ่มคนรักษ์เมืองเพชร", "สมาคมกลุ่มคนรักเมืองเพชร", PHETCH),
    ("สมาคม  กลุ่มคนรัก เมืองเพชร", "สมาคมกลุ่มคนรักเมืองเพชร", PHETCH),
    ("คนรักเมืองเพชร จ.เพชรบุรี", "สมาคมกลุ่มคนรักเมืองเพชร", PHETCH),
    ("กลุมคนรักเมืองเพชร", "สมาคมกลุ่มคนรักเมืองเพชร", PHETCH),
    ("ชมรมเพื่อนป่านำหนาว", "มูลนิธิเพื่อนป่าน้ำหนาว", "TH-67"),
    ("เพื่อนป่าน้ำหนาว (มูลนิธิ)", "มูลนิธิเพื่อนป่าน้ำหนาว", "TH-67"),
    ("กลุ่มจักสานสร้างสุข หมู่ 7", "กลุ่มจักสานสร้างสุข หมู่ ๗", "TH-15"),
    ("กลุ่มจักสานสร้างสุขหมู่๗", "กลุ่มจักสานสร้างสุข หมู่ 7", "TH-15"),
    ("จักสานสร้างสุข", "กลุ่มจักสานสร้างสุข หมู่ ๗", "TH-15"),
    ("มูลนิธิพูมปัญญาล้านนา", "มูลนิธิภูมิปัญญาล้านนา", CHIANG_MAI),
    ("ชมรมผู้สูงอายุเชียงใหม่", "ชมรมผู้สูงอายุ", CHIANG_MAI),
    ("เครือข่ายสตรีเชียงใหม่", "สมาคมสตรีจังหวัดเชียงใหม่", CHIANG_MAI),
    ("เครือข่ายสตรี จ.เชียงใหม่", "สมาคมสตรีเชียงใหม่", CHIANG_MAI),
    ("ธนาคารปูม้าทุ่งน้อย", "กลุ่มธนาคารปูม้าบ้านทุ่งน้อย", "TH-77"),
    ("สภาองค์กรชุมชน ต.ทุ่งสัมฤทธิ์", "สภาองค์กรชุมชนตำบลทุ่งสัมฤทธิ์", "TH-30"),
    ("อนุรักษ์ปลาแม่น้ำมูน", "กลุ่มอนุรักษ์ปลาแม่น้ำมูล", "TH-34"),
    ("กลุ่มประมงพื้นบ้านแม่รำพึง", "กลุ่มประมงพื้นบ้านหาดแม่รำพึง", "TH-21"),
    ("ชมรมเพื่อนผู้สูงอายุสันทราย", "ชมรมเพื่อนผู้สูงวัยสันทราย", CHIANG_MAI),
    ("ประสาณพลังคนทะเลน้อย", "เครือข่ายประสานพลังคนทะเลน้อย", "TH-93"),
    ("สมาคมเกษตรกรทางเลือก", "เครือข่ายเกษตรทางเลือก", "TH-32"),
    ("กลุ่มคนตาบอดก้าวไปด้วยกัร", "มูลนิธิคนตาบอดก้าวไปด้วยกัน", "TH-40"),
    ("เครือข่ายประชาสังคมลุ่มน้ำเพชร", "เครือข่ายประชาสังคมลุ่มน้ำเพชรบุรี", PHETCH),
    ("Nam Nao Forest Friends Foundation", "Foundation of Nam Nao Forest Friends", "TH-67"),
    ("Khon Rak Muang Petch", "Khon Rak Mueang Phet Association", PHETCH),
    ("THE URBAN WELL-BEING FRIENDS", "Urban Wellbeing Friends Foundation", "TH-10"),
]
DIFFERENT = [
    ("สมาคมคนรักแม่กลองตอนล่าง", "สมาคมคนรักแม่กลองตอนบน", "TH-71"),
    ("กลุ่มจักสานสร้างสุข หมู่ 3", "กลุ่มจักสานสร้างสุข หมู่ ๗", "TH-15"),
    ("ชมรมผู้สูงอายุเชียงราย", "ชมรมผู้สูงอายุเชียงใหม่", CHIANG_MAI),
    ("ชมรมผู้สูงอายุเชียงราย", "ชมรมผู้สูงอายุ", CHIANG_MAI),
    ("ชมรมผู้สูงอายุ", "ชมรมผู้สูงอายุเชียงใหม่", CHIANG_MAI),
    ("สมาคมคนพิการนครพนม", "สมาคมคนพิการนครปฐม", "TH-73"),
    ("มูลนิธิเด็ก", "มูลนิธิเด็กริมคลอง", "TH-10"),
    ("เครือข่ายประชาสังคม", "เครือข่ายประชาสังคมเมืองขอน", "TH-40"),
    ("เครือข่ายอนุรักษ์แม่น้ำโขง", "เครือข่ายอนุรักษ์แม่น้ำกก", "TH-57"),
    ("กลุ่มสตรี", "กลุ่มสตูล", "TH-91"),
    ("กลุ่มออมทรัพย์บ้านหนองเหนือ", "กลุ่มออมทรัพย์บ้านหนองใต้", "TH-40"),
    ("สภาองค์กรชุมชนตำบลทุ่งสมอ", "สภาองค์กรชุมชนตำบลทุ่งสัมฤทธิ์", "TH-30"),
    ("ชมรมคนเลี้ยงผึ้งกับป่า", "ชมรมคนเลี้ยงช้างกับป่า", "TH-32"),
    ("เครือข่ายพัฒนาชุมชนเพื่อสุขภาพ", "มูลนิธิพัฒนาชุมชนเพื่อการศึกษา", "TH-10"),
    ("กลุ่มแม่บ้านร่วมใจยะลา", "สมาคมแม่บ้านร่วมใจปัตตานี", "TH-94"),
    ("เครือข่ายเยาวชนรักษ์น้ำ", "เครือข่ายผู้สูงอายุรักษ์น้ำ", "TH-34"),
    ("เครือข่ายป่าต้นน้ำนางรอง", "เครือข่ายป่าปลายน้ำนางรอง", "TH-31"),
    ("Lower Mae Klong Association", "Upper Mae Klong Association", "TH-71"),
    ("Chiang Rai Youth Group", "Chiang Mai Youth Group", CHIANG_MAI),
    ("Community Work Number 7", "Community Work Number 77", "TH-10"),
    ("Youth Network", "Youth Music Network", "TH-49"),
    ("มูลนิธิ", "มูลนิธิเพื่อนป่าน้ำหนาว", "TH-67"),
    ("เครือข่าย", "เครือข่ายสตรี", CHIANG_MAI),
]


@pytest.fixture
def listed(db):
    """Puts one organization into the register."""

    def organization(name, province=PHETCH, **fields):
        load_provinces()
        kept = {"name": name, "name_en": "", **fields}
        return OrganizationFactory(**kept, entry__province=Province.objects.get(code=province))

    return organization


@pytest.mark.parametrize(("typed", "name", "province"), SAME)
def test_the_same_name_in_other_words_is_offered(listed, typed, name, province):
    organization = listed(name, province)
    assert likely_organizations(typed) == [organization]
    assert likely_organizations(typed, province=organization.entry.province) == [organization]


@pytest.mark.parametrize(("typed", "name", "province"), DIFFERENT)
def test_another_name_is_not_offered(listed, typed, name, province):
    listed(name, province)
    assert likely_organizations(typed) == []
    assert likely_organizations(name)


@pytest.mark.parametrize("typed", ["", "   ", "ก", "!!!", "(มูลนิธิ)", "\x00", "๏๏๏", "|", "ก|ข|ค", "น้ำ" * 5000])
def test_what_is_no_name_finds_nothing(listed, typed):
    listed("มูลนิธิเพื่อนป่าน้ำหนาว")
    assert likely_organizations(typed) == []


def test_forty_organizations_are_not_taken_for_one_another(names):
    for organization in names.select_related("entry__province"):
        for name in filter(None, (organization.name, organization.name_en)):
            assert likely_organizations(name, province=organization.entry.province) == [organization]


def test_other_names_and_the_english_name_count(listed):
    organization = listed("เครือข่ายคนเมืองหลวง", name_en="Capital City Network", other_names="คปม.; คนกรุงรักถิ่น")
    for typed in ("คปม", "ค.ป.ม.", "สมาคมคนกรุงรักถิ่น", "Network of the Capital City"):
        assert likely_organizations(typed) == [organization]


def test_only_what_the_directory_shows_is_offered(listed):
    for status in (EntryStatus.PENDING, EntryStatus.HIDDEN, EntryStatus.CLOSED):
        listed("มูลนิธิเพื่อนป่าน้ำหนาว", entry__status=status)
    listed("มูลนิธิเพื่อนป่าน้ำหนาว", live=False)
    assert likely_organizations("มูลนิธิเพื่อนป่าน้ำหนาว") == []


def test_a_draft_is_not_offered_before_it_is_published(listed):
    organization = listed("มูลนิธิเดิม")
    organization.name = "มูลนิธิเพื่อนป่าน้ำหนาว"
    revision = organization.save_revision()
    assert likely_organizations("เพื่อนป่าน้ำหนาว") == []
    revision.publish()
    assert likely_organizations("เพื่อนป่าน้ำหนาว") == [organization]


def test_the_province_asked_for_comes_first(listed):
    far, near = listed("เครือข่ายเพื่อนป่าต้นน้ำ", CHIANG_MAI), listed("กลุ่มเพื่อนป่าต้นน้ำ", PHETCH)
    assert likely_organizations("เพื่อนป่าต้นน้ำ", province=near.entry.province) == [near, far]
    assert likely_organizations("เพื่อนป่าต้นน้ำ", province=far.entry.province) == [far, near]


def test_a_short_common_name_elsewhere_is_not_offered(listed):
    near, _far = listed("ชมรมผู้สูงอายุ", PHETCH), listed("ชมรมผู้สูงอายุ", CHIANG_MAI)
    assert likely_organizations("ชมรมผู้สูงอายุเพชรบุรี") == [near]


def test_a_name_that_many_have_needs_its_province(listed):
    clubs = [listed("ชมรมผู้สูงอายุ", f"TH-{code}") for code in (10, 11, 12, 13, 14, 76)]
    assert likely_organizations("กลุ่มผู้สูงอายุ") == []
    assert likely_organizations("กลุ่มผู้สูงอายุ", province=Province.objects.get(code="TH-76")) == clubs[-1:]


def test_no_more_than_asked_for(listed):
    for number in range(4):
        listed(f"กลุ่มเพื่อนป่าต้นน้ำ หมู่ {number}")
    assert len(likely_organizations("เพื่อนป่าต้นน้ำ", province=ProvinceFactory(), limit=2)) == 2


def fill(count):
    """So many organizations with names as the register has them."""
    load_provinces()
    places = ["บ้านโคก", "หนองบัว", "ท่ายาง", "แม่สาย", "ป่าตอง", "ลำพูน", "เขาหลวง", "บางปะกง", "ห้วยขาแข้ง", "สันทราย"]
    works = ["รักษ์น้ำ", "ออมทรัพย์", "ผู้สูงอายุ", "เยาวชน", "เกษตรอินทรีย์", "ป่าชุมชน", "สตรี", "คนพิการ", "ประมงพื้นบ้าน"]
    forms = ["กลุ่ม", "สมาคม", "มูลนิธิ", "เครือข่าย", "ชมรม", "วิสาหกิจชุมชน"]
    codes = [f"TH-{code}" for code in (10, 20, 30, 40, 50, 60, 70, 76, 80, 90)]
    names = [f"{forms[n % 6]}{works[n % 9]}{places[n // 7 % 10]} หมู่ {n}" for n in range(count)]
    rows = Organization.objects.bulk_create(
        Organization(name=name, name_en=f"Community work number {n}") for n, name in enumerate(names)
    )
    RegisterEntry.objects.bulk_create(
        RegisterEntry(
            organization=row,
            slug=f"row-{n}",
            province_id=codes[n % 10],
            legal_form=LegalForm.OTHER,
            status=EntryStatus.LISTED,
        )
        for n, row in enumerate(rows)
    )
    refresh()


@pytest.mark.parametrize("count", [1, 300])
def test_two_queries_however_many_there_are(listed, django_assert_num_queries, count):
    fill(count)
    organization = listed("มูลนิธิเพื่อนป่าน้ำหนาว")
    with django_assert_num_queries(2):
        [found] = likely_organizations("เพื่อนป่าน้ำหนาว")
        assert (found, str(found.entry.province)) == (organization, "เพชรบุรี")
