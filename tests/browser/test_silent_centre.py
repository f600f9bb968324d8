"""A centre says nothing: the daily command reminds it, and days later the secretariat has the application."""

from tests.browser.words import thai

SCHOOL = "ตัวอย่าง โรงเรียนป่าชายเลนบ้านแหลม"
WRITER, COORDINATOR, REGISTRAR = "applicant3@example.org", "coord@example.org", "registrar@example.org"
# Everything about the case is moved into the past, as though a week had gone by.
A_WEEK_LATER = f"""
from datetime import timedelta
from django.db.models import F
from network.models import MembershipApplication
case = MembershipApplication.objects.get(name="{SCHOOL}")
week = timedelta(days=7)
MembershipApplication.objects.filter(pk=case.pk).update(
    status_since=F("status_since") - week, submitted_at=F("submitted_at") - week
)
case.timeline.update(at=F("at") - week)
"""


def about_the_school(portal, email: str) -> list[str]:
    return [mail for mail in portal.mails(email) if SCHOOL in mail]


def open_on_desk(desk, show: str) -> str:
    """Opens the case from its list; gives what the page says."""
    desk.goto(f"/desk/?show={show}")
    desk.locator("main").get_by_role("link", name=SCHOOL, exact=True).first.click()
    desk.wait_for_url("**/desk/applications/**")
    return desk.locator("main").inner_text()


def test_a_silent_centre_is_reminded_and_then_the_secretariat_has_it(enter, own_portal):
    writer, desk = enter(WRITER), enter(COORDINATOR)
    writer.locator("li.todo", has=writer.get_by_role("heading", name=SCHOOL)).get_by_role("link").last.click()
    writer.wait_for_url("**/join/track/**")
    assert thai("Handed it up to the secretariat") not in writer.locator("main").inner_text()
    assert thai("Recommend it") in open_on_desk(desk, "new")

    for _morning in range(2):
        own_portal.manage("run_daily_steps")
    [reminder] = about_the_school(own_portal, COORDINATOR)
    link = next(word for word in reminder.split() if "/desk/applications/" in word)
    assert desk.goto(link).status == 200
    assert thai("Recommend it") in desk.locator("main").inner_text()

    own_portal.manage("shell", "-c", A_WEEK_LATER)
    for _morning in range(2):
        own_portal.manage("run_daily_steps")
    assert [len(about_the_school(own_portal, who)) for who in (WRITER, COORDINATOR, REGISTRAR)] == [1, 2, 1]

    link = next(word for word in about_the_school(own_portal, WRITER)[0].split() if "/join/track/" in word)
    assert writer.goto(link).status == 200
    shown = writer.locator("main").inner_text()
    assert thai("Handed it up to the secretariat") in shown
    assert thai("The secretariat reads the application and decides, or asks a question here.") in shown
    assert writer.evaluate("document.documentElement.scrollWidth") <= 390

    shown = open_on_desk(desk, "up")
    assert thai("Recommend it") not in shown
    desk.goto(f"{desk.url}recommend/")
    assert "/recommend/" not in desk.url
