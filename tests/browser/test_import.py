"""A registrar brings a list: looks at its rows, decides on the doubtful ones, imports it, and readers find them."""

import io

import pytest
from openpyxl import Workbook

from tests.browser.visitor import ROLES, sign_in, visit
from tests.browser.words import thai

ROOM = "/admin/network/imports/"
NEW, ALIKE = "ตัวอย่าง สมาคมเพื่อนปูม้าอ่าวบางตะบูน", "ตัวอย่าง มูลนิธิประชาสังคมลุ่มน้ำเพชร"
KNOWN, REFUSED = "ตัวอย่าง เครือข่ายประชาสังคมลุ่มน้ำเพชร", "ตัวอย่าง กลุ่มไม่มีจังหวัด"
PHONE = "02 000 1250"


@pytest.fixture
def list_file(tmp_path):
    """A new one, one that sounds like a known one, and one that cannot be taken; a title above the table."""
    book = Workbook()
    for row in (
        ["รายชื่อองค์กร จังหวัดเพชรบุรี"],
        ["ที่", "ชื่อองค์กร", "จังหวัด", "โทรศัพท์", "หมายเหตุ"],
        [1, NEW, "จ.เพชรบุรี", 20001251, ""],
        [2, ALIKE, "เพชรบุรี", PHONE, "ถามอีกครั้ง"],
        [3, REFUSED, "", "", ""],
    ):
        book.active.append(row)
    path = tmp_path / "รายชื่อ.xlsx"
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(content.getvalue())
    return path


@pytest.fixture
def desk(chromium, own_portal):
    with visit(chromium, own_portal, viewport={"width": 1280, "height": 900}) as page:
        sign_in(page, ROLES["registrar"], to=ROOM)
        yield page


def press(page, words) -> None:
    page.locator("main").get_by_role("button", name=thai(words), exact=True).click()
    page.wait_for_load_state()


def text(page) -> str:
    return page.locator("main").inner_text()


def test_a_list_is_looked_at_decided_on_imported_and_found(desk, chromium, own_portal, list_file):
    desk.locator("[name=file]").set_input_files(list_file)
    press(desk, "Read this file")
    assert desk.locator("[name=column-1]").input_value() == "name"
    press(desk, "Check the rows")
    assert "หมายเหตุ" in text(desk)

    assert KNOWN in text(desk)
    desk.locator("fieldset.decision").get_by_role("radio").first.check()
    press(desk, "Keep these decisions")

    press(desk, "Import the list")
    assert "รับไม่ได้" in text(desk)
    desk.locator("[name=without_refused]").check()
    press(desk, "Import the list")
    assert desk.get_by_role("link", name=NEW).count() == 1

    with desk.expect_download() as download:
        desk.locator(".downloads a[href$='/remaining/']").click()
    assert download.value.suggested_filename.endswith(".xlsx")

    with visit(chromium, own_portal) as reader:
        reader.goto("/organizations/?q=ปูม้า+บางตะบูน")
        reader.get_by_role("link", name=NEW).first.click()
        reader.wait_for_url("**/organizations/*/")
        assert NEW in text(reader)
        reader.goto("/organizations/?q=ประชาสังคมลุ่มน้ำเพชร")
        assert KNOWN in text(reader)
        assert ALIKE not in text(reader)
