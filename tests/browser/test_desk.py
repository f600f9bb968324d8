"""From a coordinator's phone to the registrar's decision, and what the applicant is told of it."""

from django.utils.translation import override, pgettext

from tests.browser.visitor import visit
from tests.browser.words import thai

COORDINATOR, REGISTRAR = "coord@example.org", "registrar@example.org"
SCHOOL, WRITER = "ตัวอย่าง โรงเรียนป่าชายเลนบ้านแหลม", "applicant3@example.org"
FILMS, FILM_LOVER = "ตัวอย่าง กลุ่มคนรักหนังเมืองเพชร", "applicant2@example.org"
WEAVERS = "ตัวอย่าง กลุ่มทอผ้าไทยทรงดำเขาย้อย"
OWN = "ตัวอย่าง กลุ่มลูกตาลโตนดเมืองเพชร"
QUESTION, ANSWER, REASON = "ขอชื่อผู้ประสานงานอีกคน", "นางตัวอย่าง ช่วยงาน", "ยังใหม่อยู่ ขอเชิญปีหน้า"
QUEUE = "/admin/snippets/network/membershipapplication/"


def open_case(page, name, show="new") -> None:
    page.goto(f"/desk/?show={show}")
    follow(page, name)


def follow(page, words) -> None:
    page.locator("main").get_by_role("link", name=words, exact=True).first.click()
    page.wait_for_load_state()


def press(page, words) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).click()
    page.wait_for_load_state()


def take(page, step, message="") -> None:
    """One step of the desk on its own page."""
    follow(page, thai(step))
    if message:
        page.locator("[name=message]").fill(message)
    press(page, thai(step))


def decide(page, name, choice, **words) -> None:
    """The registrar's decision on one case of the queue."""
    page.goto(QUEUE)
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()
    page.get_by_label(thai(choice), exact=True).check()
    for field, text in words.items():
        page.locator(f"[name={field}]").fill(text)
    page.get_by_role("button", name=thai("Write it down and tell the organization")).click()
    page.wait_for_load_state()


def word(status, context="an application") -> str:
    with override("th"):
        return pgettext(context, status)


def badge(page, name) -> str:
    """Where an application stands, on the account page of its applicant."""
    page.goto("/account/")
    return page.locator("li.todo", has=page.get_by_role("heading", name=name)).locator(".badge").inner_text().strip()


def test_a_national_application_is_asked_about_answered_recommended_and_approved(enter, own_portal):
    desk, writer, registrar = enter(COORDINATOR, "/desk/"), enter(WRITER), enter(REGISTRAR)
    open_case(desk, SCHOOL)
    take(desk, "Ask a question", QUESTION)
    assert QUESTION in own_portal.mails(WRITER)[-1]

    assert badge(writer, SCHOOL) == word("Waiting for your answer")
    row = writer.locator("li.todo", has=writer.get_by_role("heading", name=SCHOOL))
    row.get_by_role("link").last.click()
    writer.wait_for_url("**/join/track/**")
    assert QUESTION in writer.locator("main").inner_text()
    follow(writer, thai("Answer the question"))
    writer.locator("[name=message]").fill(ANSWER)
    press(writer, thai("Send the answer"))
    track = writer.url

    open_case(desk, SCHOOL)
    assert ANSWER in desk.locator("main").inner_text()
    take(desk, "Recommend it")
    decide(registrar, SCHOOL, "Approve", meeting="ประชุมตัวอย่าง ครั้งที่ 9", meeting_url="https://example.org/9")

    writer.goto(track)
    assert writer.locator("main .badge").first.inner_text().strip() == word("Approved")
    assert "ได้รับการอนุมัติแล้ว" in own_portal.mails(WRITER)[-1]
    writer.get_by_role("link", name=thai("Open the public page")).click()
    writer.wait_for_url("**/organizations/**")
    assert writer.locator("h1").inner_text().replace("\u200b", "") == SCHOOL


def test_a_refusal_needs_a_reason_and_the_applicant_reads_it(enter, own_portal):
    registrar, applicant = enter(REGISTRAR), enter(FILM_LOVER)
    decide(registrar, FILMS, "Decline")
    assert registrar.locator("[name=message]").is_visible()
    assert registrar.locator("#id_message-errors, .error-message").first.is_visible()
    decide(registrar, FILMS, "Decline", message=REASON)

    applicant.goto("/account/")
    applicant.locator("li.todo", has=applicant.get_by_role("heading", name=FILMS)).get_by_role("link").last.click()
    applicant.wait_for_url("**/join/track/**")
    shown = applicant.locator("main").inner_text()
    assert word("Declined") in shown
    assert REASON in shown
    assert REASON in own_portal.mails(FILM_LOVER)[-1]


def test_a_provincial_registration_is_decided_at_the_desk_and_stands_in_the_directory(enter, own_portal):
    desk = enter(COORDINATOR)
    follow(desk, thai("Open the desk"))
    follow(desk, WEAVERS)
    assert desk.locator('main a[href^="tel:"]').first.is_visible()
    take(desk, "Register it")
    desk.goto("/organizations/?q=ไทยทรงดำเขาย้อย")
    assert desk.get_by_role("link", name=WEAVERS).first.is_visible()
    assert own_portal.mails(FILM_LOVER)


def test_whoever_acts_for_the_organization_reads_why_she_cannot_decide(enter):
    desk = enter(COORDINATOR)
    open_case(desk, OWN, show="up")
    shown = desk.locator("main").inner_text()
    assert thai("You act for this organization") in shown
    assert thai("What you can do now") not in shown
    desk.goto(f"{desk.url}approve/")
    assert "/approve/" not in desk.url
    assert desk.locator("form [name=message]").count() == 0


def test_the_text_for_line_is_copied_with_one_tap_and_can_be_selected_without_script(enter, chromium, own_portal):
    desk = enter(COORDINATOR)
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_case(desk, SCHOOL)
    text = desk.locator("#message").input_value()
    assert SCHOOL in text
    assert "/join/track/" in text
    follow(desk, thai("Copy the text"))
    assert desk.evaluate("navigator.clipboard.readText()") == text
    assert desk.get_by_text(thai("Text copied")).is_visible()
    state = desk.context.storage_state()
    with visit(chromium, own_portal, storage_state=state, java_script_enabled=False) as plain:
        plain.goto(desk.url)
        assert plain.locator("#message").input_value() == text
        assert plain.locator("#message").is_enabled()
