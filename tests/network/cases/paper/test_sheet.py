"""The sheet with the code: on the screen, as a PDF, its QR code, and a new code for a lost one."""

import re
from datetime import timedelta

import pytest
import segno
from django.urls import resolve, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from network.actions import renew_code, take_over
from network.codes import shown_code
from network.enums import ApplicationStatus
from network.exceptions import CodeUnknown, NotYourCase
from network.models import MembershipApplication
from network.printing.parts import qr
from network.views.paper.sheet import calls, code_url, sheet_data
from portal.models import Identity
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus


@pytest.fixture
def named(paper):
    paper.name = "ตัวอย่าง กลุ่มจากกระดาษ"
    paper.save()
    return paper


def address(paper, page="sheet", language="th"):
    with translation.override(language):
        return reverse(f"network_paper:{page}", args=[paper.token])


def kept(paper):
    return MembershipApplication.objects.get(pk=paper.pk)


class TestScreen:
    @pytest.mark.parametrize("language", ["th", "en"])
    def test_it_shows_the_code_and_leads_to_the_pdf(self, desk, named, language):
        page = desk.get(address(named, language=language)).text
        assert shown_code(named.code) in page
        assert address(named, "sheet_pdf", language) in page
        assert address(named, "form", language) in page

    def test_what_is_sent_is_opened_on_the_desk(self, desk, make, coordinator):
        sent = make(applicant=None, filed_by=coordinator, code="AB23EFGH", code_until=timezone.localdate())
        page = desk.get(address(sent)).text
        assert reverse("network_desk:application", args=[sent.token]) in page
        assert gettext("Go on entering") not in page
        assert address(sent) in desk.get(reverse("network_desk:application", args=[sent.token])).text
        assert address(sent) in desk.get(reverse("network_cases:track", args=[sent.token])).text

    def test_the_secretariat_has_no_link_to_a_desk(self, signed_in, registrar, named):
        assert "/desk/" not in signed_in(registrar).get(address(named)).text

    @pytest.mark.parametrize("page", ["sheet", "sheet_pdf"])
    def test_strangers_find_nothing(self, signed_in, named, strangers, page):
        for somebody in strangers:
            assert signed_in(somebody).get(address(named, page)).status_code == 404

    @pytest.mark.parametrize("page", ["sheet", "sheet_pdf"])
    def test_a_visitor_signs_in_first(self, client, named, page):
        assert client.get(address(named, page)).headers["Location"].startswith("/account/login/")

    @pytest.mark.parametrize("page", ["sheet", "sheet_pdf"])
    def test_once_taken_over_there_is_no_sheet(self, desk, named, page):
        take_over(named.code, by=UserFactory())
        assert desk.get(address(named, page)).status_code == 404

    def test_other_methods_are_refused(self, desk, named):
        assert desk.put(address(named)).status_code == 405
        assert desk.post(address(named, "sheet_pdf")).status_code == 405


class TestNewCode:
    def test_it_replaces_the_old_one(self, desk, named):
        old = named.code
        named.code_until = timezone.localdate() - timedelta(days=1)
        named.save()
        assert gettext("The days of this code are over. Make a new one below.") in desk.get(address(named)).text
        assert desk.post(address(named)).headers["Location"] == address(named)
        assert kept(named).code != old
        assert kept(named).code_until == timezone.localdate() + timedelta(days=180)
        with pytest.raises(CodeUnknown):
            take_over(old, by=UserFactory())

    def test_strangers_make_none(self, signed_in, named, strangers):
        for somebody in strangers:
            assert signed_in(somebody).post(address(named)).status_code == 404
            with pytest.raises(NotYourCase):
                renew_code(named, by=somebody)
        assert kept(named).code == named.code


class TestPdf:
    def test_it_is_one_page_to_print(self, desk, named):
        response = desk.get(address(named, "sheet_pdf"))
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"] == f'inline; filename="code-{named.reference}.pdf"'
        assert response.content.startswith(b"%PDF-")
        assert response["Cache-Control"].startswith("max-age=0, no-cache, no-store")
        assert pages(response.content) == 1

    def test_a_very_long_name_still_fits(self, desk, named):
        named.name = "ตัวอย่าง เครือข่ายองค์กรชุมชน " * 8
        named.save()
        assert pages(desk.get(address(named, "sheet_pdf")).content) == 1

    def test_it_says_everything_in_both_languages(self, named, coordinator):
        data = sheet_data(named, Identity.load())
        assert (data["code"], data["name"]) == (shown_code(named.code), "ตัวอย่าง กลุ่มจากกระดาษ")
        assert [words["lang"] for words in data["languages"]] == ["th", "en"]
        for words in data["languages"]:
            values = [value for _name, value in words["facts"]]
            assert named.reference in values
            assert any(str(coordinator) in value for value in values)
            assert len(words["steps"]) == 3
            assert reverse("network_cases:code") in words["steps"][0]
        assert data["languages"][0]["steps_title"] != data["languages"][1]["steps_title"]

    def test_the_centre_that_entered_it_is_called_first(self, named, coordinator):
        centre = coordinator.coordinations.get().centre
        centre.phone = "+6632400123"
        centre.save()
        identity = Identity.load()
        identity.phone = "02 123 4567"
        with translation.override("th"):
            first, second = calls(named, identity)
        assert first == f"{centre}: 032 400 123"
        assert second.endswith("02 123 4567")

    def test_without_a_number_nobody_is_named(self, named):
        identity = Identity.load()
        identity.phone = identity.email = ""
        assert calls(named, identity) == []

    @pytest.mark.parametrize("status", [S.DECLINED, S.WITHDRAWN])
    def test_where_nothing_is_left_to_take_over_there_is_none(self, desk, named, status):
        MembershipApplication.objects.filter(pk=named.pk).update(status=status, province="TH-76")
        assert desk.get(address(named, "sheet_pdf")).status_code == 404
        assert shown_code(named.code) not in desk.get(address(named)).text


class TestQrCode:
    def test_it_holds_the_page_with_the_code_filled_in(self, client, named, settings):
        settings.BASE_URL = "https://portal.example.org/"
        url = code_url(named)
        assert url == f"https://portal.example.org/join/code/{shown_code(named.code)}/"
        match = resolve(url.removeprefix("https://portal.example.org"))
        assert (match.view_name, match.kwargs) == ("network_cases:code_of", {"code": shown_code(named.code)})

    def test_the_picture_is_that_of_the_address(self, named):
        drawn = segno.make(code_url(named), error="q", micro=False)
        assert qr(code_url(named)) == drawn.svg_inline(scale=4, border=2).encode()
        assert drawn.error in ("Q", "H")


def pages(document: bytes) -> int:
    """How many pages a PDF of Typst's has."""
    return int(re.search(rb"/Type/Pages/Count (\d+)", document)[1])
