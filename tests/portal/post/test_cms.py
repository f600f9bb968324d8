"""The secretariat reads what went out, sends it again, and changes the words."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from wagtail.log_actions import registry

from portal.enums import MailStatus
from portal.mail import Recipient, send_letter
from portal.models import LetterText, OutgoingMail
from tests.factories.portal import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]
LIST_QUERIES = 11
RIGHTS = ["access_admin", "view_outgoingmail", "change_outgoingmail", "view_lettertext", "change_lettertext"]


def address(name, *args, model="outgoingmail"):
    return reverse(f"wagtailsnippets_portal_{model}:{name}", args=args)


def signed_in(client, rights):
    group = Group.objects.create(name="Secretariat")
    group.permissions.add(*Permission.objects.filter(codename__in=rights))
    user = UserFactory()
    user.groups.add(group)
    client.force_login(user)
    return client


@pytest.fixture
def desk(client):
    return signed_in(client, RIGHTS)


@pytest.fixture
def write(context):
    def write(email="a@example.org", **fields):
        row = send_letter("tests.sample", to=Recipient(email, "Malee", phone="081"), context=context)
        OutgoingMail.objects.filter(pk=row.pk).update(**fields)
        row.refresh_from_db()
        return row

    return write


@pytest.fixture
def text(desk):
    desk.get(address("list", model="lettertext"))
    return LetterText.objects.get(kind="tests.sample")


def typed(text, **changes):
    words = {language: text.words(language) for language in ("th", "en")}
    data = {f"subject_{language}": said.subject for language, said in words.items()}
    return data | {f"body_{language}": said.body for language, said in words.items()} | changes


class TestMails:
    @pytest.mark.parametrize("count", [1, 30])
    def test_the_list_asks_as_often_for_one_as_for_many(self, desk, write, count, django_assert_num_queries):
        for _number in range(count):
            write()
        desk.get(address("list"))
        with django_assert_num_queries(LIST_QUERIES):
            response = desk.get(address("list"))
        assert len(response.context["object_list"]) == count

    def test_it_is_filtered_and_searched(self, desk, write):
        failed, _other = write(status=MailStatus.FAILED, last_error="OSError: down"), write("b@example.org")
        for query in ({"status": "failed"}, {"q": "a@example"}, {"q": "a@example", "kind": "tests.sample"}):
            response = desk.get(address("list"), query)
            assert [row.pk for row in response.context["object_list"]] == [failed.pk]
        assert "OSError: down" in response.text

    def test_the_mail_is_read_as_it_was_written_without_running_it(self, desk, write):
        page = desk.get(address("inspect", write().pk)).text
        assert "ได้รับใบสมัคร" in page
        assert "sandbox" in page

    @pytest.mark.parametrize("status", [MailStatus.FAILED, MailStatus.WAITING, MailStatus.SENT])
    def test_it_is_sent_again_once_for_two_clicks(self, desk, write, status, django_capture_on_commit_callbacks):
        row = write(status=status, attempts=6, failures=6)
        url = address("again", row.pk)
        assert desk.get(url).status_code == 200
        assert mail.outbox == []
        for _click in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                assert desk.post(url, {"attempts": "6"}).status_code == 302
        assert len(mail.outbox) == 1
        number, again = row.number, OutgoingMail.objects.get(pk=row.pk)
        assert (again.status, again.attempts) == (MailStatus.SENT, 7)
        assert (again.number == number) is (status != MailStatus.SENT)
        assert registry.get_logs_for_instance(row).filter(action="portal.mail.again").count() == 1

    def test_an_address_that_came_later_is_used(self, desk, context, django_capture_on_commit_callbacks):
        person = UserFactory(email=None)
        row = send_letter("tests.sample", to=person, context=context)
        person.email = "late@example.org"
        person.save()
        with django_capture_on_commit_callbacks(execute=True):
            desk.post(address("again", row.pk), {"attempts": "0"})
        assert mail.outbox[0].to == ["late@example.org"]

    @pytest.mark.parametrize("fields", [{"email": ""}, {"forgotten_at": "2026-01-01T00:00Z"}, {"status": "sending"}])
    def test_what_cannot_go_again_is_said(self, desk, write, fields):
        page = desk.post(address("again", write(**fields).pk), {"attempts": "0"}, follow=True)
        assert page.status_code == 200
        assert "ส่งอีเมลนี้อีกครั้งไม่ได้" in page.text
        assert not mail.outbox

    @pytest.mark.parametrize("typed_in", ["", "x", "²", "-1"])
    def test_a_mangled_form_sends_nothing(self, desk, write, typed_in, django_capture_on_commit_callbacks):
        url = address("again", write().pk)
        with django_capture_on_commit_callbacks(execute=True):
            assert desk.post(url, {"attempts": typed_in}).status_code == 302
        assert not mail.outbox

    @pytest.mark.parametrize("name", ["list", "inspect", "again"])
    def test_others_do_not_come_in(self, client, write, name):
        row = write()
        signed_in(client, ["access_admin"])
        response = client.get(address(name, *([] if name == "list" else [row.pk])))
        assert response.status_code in (302, 403)
        assert row.subject not in response.text

    def test_nobody_writes_or_deletes_one_by_hand(self, client, admin, write):
        client.force_login(admin)
        row = write()
        for url in (address("add"), address("edit", row.pk), address("delete", row.pk)):
            assert client.post(url).status_code in (302, 403)
        assert OutgoingMail.objects.count() == 1


class TestTexts:
    def test_there_is_a_row_for_every_kind_made_once(self, desk):
        for _visit in range(2):
            assert "Sample kind" in desk.get(address("list", model="lettertext")).text
        assert LetterText.objects.of_kinds(["tests.sample"]).count() == 1
        assert not LetterText.objects.changed().exists()

    def test_the_form_shows_the_words_that_are_said_and_the_names(self, desk, text):
        page = desk.get(address("edit", text.pk, model="lettertext")).text
        for words in ("ได้รับใบสมัคร", "has received the application", "{case_link}</button>", "Sample reason"):
            assert words in page

    def test_only_what_differs_is_kept(self, desk, text):
        url = address("edit", text.pk, model="lettertext")
        assert desk.post(url, typed(text, subject_en="Hello {recipient}")).status_code == 302
        text.refresh_from_db()
        assert (text.subject_en, text.subject_th, text.body_th, text.body_en) == ("Hello {recipient}", "", "", "")
        assert registry.get_logs_for_instance(text).filter(action="wagtail.edit").exists()

    @pytest.mark.parametrize("wrong", ["{organisation}", "{recipient.email}", "{recipient"])
    def test_a_name_that_is_not_known_is_refused_beside_the_field(self, desk, text, wrong):
        page = desk.post(address("edit", text.pk, model="lettertext"), typed(text, body_th=f"เรียน {wrong}"))
        assert page.status_code == 200
        assert list(page.context["form"].errors) == ["body_th"]
        assert f"เรียน {wrong}" in page.text
        text.refresh_from_db()
        assert not text.is_changed

    @pytest.mark.parametrize(
        ("mode", "words"), [("th", "ได้รับ"), ("en", "Sample association"), ("th-text", "ได้รับ"), ("en-text", "Dear")]
    )
    def test_both_languages_are_previewed_before_saving(self, desk, text, mode, words):
        url = address("preview_on_edit", text.pk, model="lettertext")
        assert desk.post(url, typed(text, subject_th="ก")).json()["is_valid"]
        page = desk.get(url, {"mode": mode})
        assert words in page.text
        assert page["Content-Type"].startswith("text/plain" if "text" in mode else "text/html")

    @pytest.mark.parametrize(("language", "words"), [("th", "สมาคม"), ("en", "Sample association")])
    def test_a_preview_comes_with_its_own_style_and_faces(self, desk, text, language, words):
        url = address("preview_on_edit", text.pk, model="lettertext")
        desk.post(url, typed(text))
        page = desk.get(url, {"mode": language})
        assert "style-src 'self' 'unsafe-inline'" in page["Content-Security-Policy"]
        assert "default-src 'none'" in page["Content-Security-Policy"]
        assert "letter-preview.css" in page.text

    @pytest.mark.parametrize("language", ["th", "en"])
    def test_beside_the_text_stands_the_mail_that_comes_of_it(self, desk, text, language):
        page = desk.get(address("edit", text.pk, model="lettertext")).text
        url = address("sample", text.pk, language, model="lettertext")
        assert f'data-url="{url}"' in page
        answer = desk.post(url, {"subject": "เรื่อง", "body": "เรียน {recipient}\r\n\r\nมาที่ {organization}"})
        assert answer.status_code == 200
        assert "<p>มาที่" in answer.text
        text.refresh_from_db()
        assert not text.is_changed

    def test_what_cannot_be_drawn_says_why(self, desk, text):
        url = address("sample", text.pk, "th", model="lettertext")
        answer = desk.post(url, {"subject": "{nobody}", "body": "<b>{"})
        assert answer.status_code == 422
        assert "{nobody}" in answer.text
        assert "<b>" not in desk.post(url, {"body": "<b>"}).text

    def test_a_sample_is_drawn_by_post_in_a_language_of_ours(self, desk, text):
        assert desk.get(address("sample", text.pk, "th", model="lettertext")).status_code == 405
        assert desk.post(address("sample", text.pk, "de", model="lettertext"), {}).status_code == 404

    def test_the_list_says_whose_words_they_are(self, desk, text):
        assert "ข้อความเดิม" in desk.get(address("list", model="lettertext")).text
        LetterText.objects.filter(pk=text.pk).update(subject_th="ก")
        assert "แก้เป็นข้อความของสภาแล้ว" in desk.get(address("list", model="lettertext")).text

    def test_the_first_words_come_back_by_post(self, desk, text):
        LetterText.objects.filter(pk=text.pk).update(subject_th="ก", body_en="b")
        url = address("restore", text.pk, model="lettertext")
        assert desk.get(url).status_code == 200
        assert LetterText.objects.changed().exists()
        for _click in range(2):
            assert desk.post(url).status_code == 302
        assert not LetterText.objects.changed().exists()
        assert registry.get_logs_for_instance(text).filter(action="portal.letter.restore").count() == 1

    def test_others_draw_no_samples(self, client):
        row = LetterText.objects.create(kind="tests.sample")
        signed_in(client, ["access_admin", "view_lettertext"])
        assert client.post(address("sample", row.pk, "th", model="lettertext"), {}).status_code in (302, 403)

    @pytest.mark.parametrize("name", ["edit", "restore"])
    def test_others_change_nothing(self, client, name):
        row = LetterText.objects.create(kind="tests.sample", subject_th="ก")
        signed_in(client, ["access_admin", "view_lettertext"])
        assert client.post(address(name, row.pk, model="lettertext")).status_code in (302, 403)
        assert LetterText.objects.changed().exists()

    def test_none_is_added_or_deleted(self, client, admin):
        row = LetterText.objects.create(kind="tests.sample")
        client.force_login(admin)
        for url in (address("add", model="lettertext"), address("delete", row.pk, model="lettertext")):
            assert client.post(url).status_code in (302, 403)
        assert LetterText.objects.count() == 1
