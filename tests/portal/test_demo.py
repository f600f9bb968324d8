"""The demo: known passwords only where settings say so, its mails readable without a mail server."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import RequestFactory

from portal import demo_views
from portal.demo import PASSWORD, demo_user
from portal.mailers import mailer
from portal.models import User
from tests.factories.portal import UserFactory


def test_the_demo_is_refused_where_nothing_says_demo(settings, db):
    settings.DEBUG = settings.DEMO = settings.TESTING = False
    with pytest.raises(CommandError, match="PORTAL_DEMO"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_a_demo_person_is_made_once_and_keeps_what_was_changed(db):
    user = demo_user("rep@example.org", "ตัวอย่าง", groups=("นายทะเบียน",))
    assert user.check_password(PASSWORD)
    user.name = "ชื่อที่แก้ไข"
    user.save()
    again = demo_user("rep@example.org", "ตัวอย่าง", groups=("นายทะเบียน",))
    assert again.name == "ชื่อที่แก้ไข"
    assert User.objects.count() == 1
    assert list(again.groups.all()) == [Group.objects.get(name="นายทะเบียน")]


def test_the_sign_ins_are_printed(db, capsys):
    UserFactory(email="rep@example.org", name="ตัวอย่าง ผู้แทน")
    UserFactory(email="somebody@example.org", name="คนอื่น")
    for name in ("applicant", "coord", "coord2"):
        UserFactory(email=f"{name}@example.org")
    call_command("demo_signins")
    printed = capsys.readouterr().out
    assert all(f"{name}@example.org" in printed for name in ("applicant", "coord", "coord2"))
    assert "rep@example.org" in printed
    assert PASSWORD in printed
    assert "somebody@example.org" not in printed


def test_the_mailbox_is_no_page_outside_the_demo(client, db):
    assert client.get("/demo/mail/").status_code == 404


def test_the_mailbox_shows_thai_mails_newest_first(settings, tmp_path, person):
    settings.MAILERS = {"default": mailer(f"file://{tmp_path}")}
    for word in ("แรก", "ที่สอง"):
        mail.send_mail(f"ฉบับ{word}", f"เนื้อความ{word}", "portal@example.org", ["rep@example.org"])
    request = RequestFactory().get("/demo/mail/")
    request.user, request.session, request._messages = person, {}, []
    page = demo_views.mailbox(request).text
    assert page.index("เนื้อความที่สอง") < page.index("เนื้อความแรก")
    assert "rep@example.org" in page


def test_an_empty_mailbox_says_so(settings, tmp_path, person):
    settings.MAILERS = {"default": mailer(f"file://{tmp_path}/none")}
    request = RequestFactory().get("/demo/mail/")
    request.user, request.session, request._messages = person, {}, []
    assert demo_views.mailbox(request).status_code == 200
