"""A term ends soon: from the reminder over one screen and the payment to the next term, all on a phone."""

import re

from tests.browser.test_payment import send, slip
from tests.browser.words import thai

REP = "rep@example.org"
FOUNDATION = "ตัวอย่าง มูลนิธิเพื่อนสุขภาวะเมือง"
RENEW = r"/account/organizations/\d+/membership/\d+/renew/"
TOLD = "We have your payment. The treasurer is checking it, and you need not do anything now."
# What the treasurer's button does.
ACCEPT = f"""
from django.contrib.auth.models import Permission
from network.actions.payments import accept_payment
from network.models import Payment
from portal.models import User
payment = Payment.objects.get(membership__organization__name="{FOUNDATION}", purpose="renewal")
accept_payment(payment, by=User.objects.get(email="admin@example.org"))
"""


def main_text(page) -> str:
    return page.locator("main").inner_text()


def test_a_member_renews_from_the_letter_to_the_next_term(enter, own_portal):
    own_portal.manage("run_daily_steps")
    (reminder,) = [mail for mail in own_portal.mails(REP) if re.search(RENEW, mail)]
    assert FOUNDATION in reminder

    rep = enter(REP)
    assert thai("Memberships to renew") in main_text(rep)
    assert rep.goto(re.search(rf"http\S+{RENEW}", reminder)[0]).status == 200
    screen = main_text(rep)
    assert "2,000 บาท" in screen
    assert REP in screen
    (until,) = re.findall(r"\d{4} ถึง (\d+ \S+ \d{4})", screen)
    assert rep.evaluate("document.documentElement.scrollWidth") <= 390
    rep.get_by_role("button", name=thai("All right, go on to the payment")).click()
    rep.wait_for_url("**/payments/*/")
    send(rep, slip())

    organization = re.search(r".*/account/organizations/\d+/", rep.url)[0]
    rep.goto(organization)
    assert thai("We have your payment. The treasurer is checking it, and you need not do anything now.") in main_text(
        rep
    )
    letters = len(own_portal.mails(REP))
    own_portal.manage("run_daily_steps")
    assert len(own_portal.mails(REP)) == letters

    own_portal.manage("shell", "-c", ACCEPT)
    rep.goto(organization)
    panel = rep.locator("section.panel", has=rep.get_by_role("heading", name="สมาชิกระดับประเทศ"))
    assert thai("Member", "a membership") in panel.inner_text()
    assert until in panel.inner_text()
    panel.locator("summary").click()
    assert thai("Renewed", "a membership") in panel.inner_text()
    assert not panel.get_by_role("link", name=thai("Renew the membership")).count()

    # The link of the old letter leads nowhere wrong.
    rep.goto(re.search(rf"http\S+{RENEW}", reminder)[0])
    assert thai("This has been renewed already. You need not do anything.") in main_text(rep)
