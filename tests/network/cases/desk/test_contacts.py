"""The contact sheet: one's own provinces, only what the desk may read, and an entry for each one taken."""

import io

import pytest
from django.utils.translation import override
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from network.enums import EntryStatus, Visibility
from network.models import Organization, Province
from network.views.desk import contacts
from network.views.desk.door import Desk
from portal.thai.sorting import sort_key
from portal.viewsets.exports import exported_list
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import CoordinationCentreFactory, OrganizationFactory, ProvinceFactory

PDF, XLSX = "/desk/contacts.pdf", "/desk/contacts.xlsx"
QUERIES = 8


@pytest.fixture
def desk(coordinator, signed_in):
    return signed_in(coordinator)


@pytest.fixture
def nan(coordinator):
    """A second province that the coordinator serves."""
    province = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
    CoordinatorFactory(user=coordinator, centre=CoordinationCentreFactory(provinces=[province]))
    return province


def taken(browser, address=XLSX):
    """The rows of the workbook, the headings first."""
    sheet = load_workbook(io.BytesIO(browser.get(address).content)).active
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def names(browser, address=XLSX):
    return [row[0] for row in taken(browser, address)[1:]]


def full(**fields):
    return OrganizationFactory(
        leader_name="ตัวอย่าง หัวหน้า",
        phone="+6632400111",
        email="sample@example.org",
        line_id="@sample",
        address="ที่อยู่ตัวอย่าง",
        address_en="Sample address",
        **fields,
    )


def test_the_workbook_has_what_the_desk_may_read(desk):
    organization = full(entry__district="เมืองเพชรบุรี", entry__district_en="Mueang Phetchaburi")
    headings, row = taken(desk)
    assert headings[0] == "องค์กร"
    assert row == [
        organization.name,
        "เพชรบุรี",
        "เมืองเพชรบุรี",
        "ตัวอย่าง หัวหน้า",
        "032 400 111",
        "sample@example.org",
        "@sample",
        "ที่อยู่ตัวอย่าง",
    ]


def test_in_english_it_reads_english(desk):
    organization = full(entry__district="เมืองเพชรบุรี", entry__district_en="Mueang Phetchaburi")
    headings, row = taken(desk, f"/en{XLSX}")
    assert headings[:2] == ["Organization", "Province"]
    assert row[:3] == [organization.name_en, "Phetchaburi", "Mueang Phetchaburi"]
    assert row[7] == "Sample address"


@pytest.mark.parametrize(
    ("visibility", "shown"),
    [
        (Visibility.PUBLIC, True),
        (Visibility.MEMBERS, True),
        (Visibility.PROVINCE, True),
        (Visibility.SECRETARIAT, False),
    ],
)
def test_a_contact_is_there_only_for_its_circle(desk, visibility, shown):
    full(phone_visibility=visibility, leader_visibility=visibility)
    _headings, row = taken(desk)
    assert (row[3] != "", row[4] != "") == (shown, shown)


def test_a_protected_organization_shows_its_name_alone(desk):
    full(entry__is_protected=True)
    _headings, row = taken(desk)
    assert row[0]
    assert row[3:] == [""] * 5


def test_only_listed_organizations_of_ones_own_provinces_are_on_it(desk, elsewhere):
    own = OrganizationFactory()
    OrganizationFactory(entry__province=ProvinceFactory(code="TH-55"))
    for status in (EntryStatus.PENDING, EntryStatus.HIDDEN, EntryStatus.CLOSED):
        OrganizationFactory(entry__status=status)
    OrganizationFactory(live=False)
    assert names(desk) == [own.name]


def test_provinces_and_organizations_are_in_the_order_of_a_dictionary(desk, nan):
    for province in Province.objects.all():
        province.sort_key = sort_key(province.name)
        province.save()
    for name, province in (("แกะ", None), ("ขวด", None), ("กบ", None), ("มด", nan)):
        OrganizationFactory(name=name, **({"entry__province": province} if province else {}))
    assert names(desk) == ["มด", "กบ", "แกะ", "ขวด"]


def test_one_province_may_be_chosen_but_only_ones_own(desk, nan):
    OrganizationFactory()
    chosen = OrganizationFactory(entry__province=nan)
    assert names(desk, f"{XLSX}?province={nan.slug}") == [chosen.name]
    assert desk.get(f"{XLSX}?province=chiang-mai").status_code == 404
    assert desk.get(f"{PDF}?province=chiang-mai").status_code == 404


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_sheet_to_print_is_a_pdf(desk, language):
    full(), full(entry__is_protected=True)
    answer = desk.get(PDF if language == "th" else f"/en{PDF}")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert "no-store" in answer["Cache-Control"]


def test_a_desk_without_organizations_has_an_empty_sheet(desk):
    assert desk.get(PDF).content.startswith(b"%PDF-")
    assert names(desk) == []


def test_the_sheet_says_whose_it_is_and_leaves_out_what_is_hidden(rf, coordinator):
    full(name="ก"), full(name="ข", entry__is_protected=True), full(name="ค", phone_visibility=Visibility.SECRETARIAT)
    request = rf.get(PDF)
    request.user = coordinator
    desk = Desk([ProvinceFactory()], None)
    with override("th"):
        data = contacts.sheet_data(request, desk, contacts.in_order(desk))
    [province] = data["provinces"]
    shown = [(line["name"], line["phone"], line["hidden"]) for line in province["lines"]]
    assert shown == [("ก", "032 400 111", ""), ("ข", "", "ไม่เปิดเผยช่องทางติดต่อ"), ("ค", "", "")]
    assert data["centres"]
    assert "2569" in data["day"]


@pytest.mark.parametrize(("address", "form"), [(PDF, "pdf"), (XLSX, "xlsx")])
def test_every_one_that_is_taken_leaves_an_entry(desk, coordinator, address, form):
    OrganizationFactory.create_batch(2)
    desk.get(address)
    entry = ModelLogEntry.objects.get(action="portal.list.export")
    assert entry.user == coordinator
    assert entry.data == {
        "model": "network.organization",
        "rows": 2,
        "chosen": {"provinces": ["TH-76"], "format": form},
    }
    assert exported_list(entry.data["model"]) == "องค์กร"


@pytest.mark.parametrize("address", [PDF, XLSX])
@pytest.mark.parametrize("who", ["registrar", "applicant", "outsider"])
def test_nobody_without_a_desk_takes_it(signed_in, coordinator, strangers, address, who):
    assert signed_in(strangers[who]).get(address).status_code == 404
    assert not ModelLogEntry.objects.filter(action="portal.list.export").exists()


@pytest.mark.parametrize("address", [PDF, XLSX])
def test_who_is_not_signed_in_is_asked_to_and_it_is_only_fetched(signed_in, desk, address):
    assert signed_in(None).get(address).status_code == 302
    assert desk.post(address).status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_thirty_rows_ask_as_often_as_one(desk, count, django_assert_num_queries):
    OrganizationFactory.create_batch(count)
    desk.get(XLSX)
    with django_assert_num_queries(QUERIES):
        desk.get(XLSX)


def test_the_desk_leads_to_both_with_the_chosen_province(desk, nan):
    assert Organization.objects.count() == 0
    page = desk.get(f"/desk/?province={nan.slug}").text
    assert f'href="{PDF}?province={nan.slug}"' in page
    assert f'href="{XLSX}?province={nan.slug}"' in page
