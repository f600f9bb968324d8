"""From the approval to a certificate that anyone can check: the fee, its code, the slip, the treasurer, the papers."""

import io
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image

from portal.thai.promptpay import checksum
from tests.browser.test_desk import SCHOOL, WRITER, decide, follow, open_case, press, take
from tests.browser.test_desk import word as status_word
from tests.browser.visitor import visit
from tests.browser.words import thai
from tests.pdfs import closed_up, codes_of, pages_of, text_of
from tests.slips import as_file, slip_picture, slip_text

COORDINATOR, REGISTRAR, TREASURER = "coord@example.org", "registrar@example.org", "treasurer@example.org"
PAYMENTS = "/admin/snippets/network/payment/"
REFERENCE = "202611259BrowserTestSlip1"
PAY = r"/account/organizations/*/payments/*/"


def codes_in(picture: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("RGB"))]


def slip(reference=REFERENCE, name="สลิป.jpg"):
    drawn = as_file(slip_picture(slip_text(reference=reference), turned=4), quality=60).read()
    return {"name": name, "mimeType": "image/jpeg", "buffer": drawn}


def main_text(page) -> str:
    return page.locator("main").inner_text()


@pytest.fixture
def payer(enter):
    """The applicant of a national application that has just been approved, on the page of its fee."""
    desk, registrar, writer = enter(COORDINATOR, "/desk/"), enter(REGISTRAR), enter(WRITER)
    open_case(desk, SCHOOL)
    take(desk, "Recommend it")
    decide(registrar, SCHOOL, "Approve", meeting="ประชุมตัวอย่าง ครั้งที่ 9", meeting_url="https://example.org/9")
    writer.goto("/account/")
    section = writer.locator("section", has=writer.get_by_role("heading", name=thai("To pay"), exact=True))
    section.get_by_role("link", name=thai("Pay now")).click()
    writer.wait_for_url(PAY)
    return writer


@pytest.fixture
def accept(enter):
    """The treasurer accepts what has come for an organization."""

    def accepted(organization):
        treasurer = enter(TREASURER, PAYMENTS)
        treasurer.get_by_role("link", name=organization).first.click()
        treasurer.wait_for_load_state()
        assert treasurer.locator("img.slip").evaluate("image => image.naturalWidth") > 0
        assert REFERENCE in main_text(treasurer)
        treasurer.get_by_role("button", name=thai("Accept and write the receipt", "a payment")).click()
        treasurer.wait_for_load_state()

    return accepted


def send(page, file) -> None:
    page.locator("[name=file]").set_input_files(file)
    press(page, thai("Send the slip"))


def fetched(page, words) -> bytes:
    """The PDF behind a link of the page."""
    answer = page.request.get(page.get_by_role("link", name=thai(words)).get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def test_from_the_fee_to_a_certificate_that_anyone_can_check(payer, accept, chromium, own_portal):
    (payload,) = codes_in(payer.locator("img.qr").screenshot())
    assert "54072000.00" in payload
    assert checksum(payload[:-4]) == payload[-4:]
    with payer.expect_download() as download:
        payer.get_by_role("link", name=thai("Save the picture")).click()
    assert codes_in(download.value.path().read_bytes()) == [payload]

    send(payer, slip())
    assert status_word("Waiting for the treasurer", "a payment") in main_text(payer)
    accept(SCHOOL)

    payer.reload()
    receipt = closed_up(text_of(fetched(payer, "Open the receipt (PDF)")))
    for words in ("ใบเสร็จรับเงิน", SCHOOL, "2,000.00", "(สองพันบาทถ้วน)", "2569/00000"):
        assert closed_up(words) in receipt
    (certificate,) = pages_of(fetched(payer, "Open the certificate (PDF)"))
    (address,) = codes_of(certificate)
    with visit(chromium, own_portal) as anyone:
        anyone.goto(urlsplit(address).path)
        assert thai("This membership is valid") in main_text(anyone)
        assert SCHOOL in main_text(anyone)
    assert "ใบเสร็จรับเงินเลขที่" in own_portal.mails(WRITER)[-1]


def test_figures_copy_themselves(payer):
    payer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for words, copied in (("Copy the amount", "2000.00"), ("Copy the account number", "0000000000")):
        payer.get_by_role("link", name=thai(words)).click()
        payer.get_by_text(thai("Copied")).first.wait_for()
        assert payer.evaluate("navigator.clipboard.readText()") == copied


def test_a_mistake_is_said_beside_the_field_and_the_day_is_kept(payer):
    payer.locator("[name=paid_on]").fill("31/2/2569")
    press(payer, thai("Send the slip"))
    wrong = payer.locator(".field-invalid")
    assert wrong.count() == 2
    assert payer.locator("[name=paid_on]").input_value() == "31/2/2569"
    payer.locator("[name=paid_on]").fill("๑/๑๑/๒๕๖๙")
    send(payer, slip())
    assert "1 พฤศจิกายน 2569" in main_text(payer)


def test_cash_at_the_centre_is_told_and_confirmed(payer, enter):
    follow(payer, thai("I paid at the centre"))
    press(payer, thai("I have paid at the centre"))
    assert thai("The coordination centre confirms that it has the money; then the treasurer writes the receipt.") in (
        main_text(payer)
    )
    desk = enter(COORDINATOR, "/desk/?show=unpaid")
    follow(desk, SCHOOL)
    press(desk, thai("We have the money"))
    payer.reload()
    assert status_word("The centre has the money", "a payment") in main_text(payer)


def test_everything_works_without_script(payer, chromium, own_portal):
    here, state = payer.url, payer.context.storage_state()
    with visit(chromium, own_portal, storage_state=state, java_script_enabled=False) as plain:
        plain.goto(here)
        assert plain.locator("#account-number").inner_text() == "000-0-00000-0"
        send(plain, slip())
        assert status_word("Waiting for the treasurer", "a payment") in main_text(plain)
        plain.locator("main details summary").click()
        plain.locator("[name=file]").set_input_files(slip("202611259OtherSlip00001", "อีกใบ.jpg"))
        press(plain, thai("Send this one instead"))
        assert status_word("Waiting for the treasurer", "a payment") in main_text(plain)
