"""The desk's first page: one's own provinces, one list at a time, what waits longest first."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks

from network.enums import ApplicationKind, ApplicationStatus, ClaimStatus, Standing, Visibility
from portal.sections import Section
from tests.factories.membership import ClaimFactory, CoordinatorFactory, MembershipFactory
from tests.factories.network import CoordinationCentreFactory, OrganizationFactory, ProvinceFactory

S = ApplicationStatus
# The events ask once whether any of them takes names.
QUERIES = 23 + ("events" in settings.PORTAL_APPS)


def days_ago(number):
    return timezone.now() - timedelta(days=number)


def rows(browser, **query):
    return browser.get("/desk/", query).context["rows"]


def titles(browser, **query):
    return [row["title"] for row in rows(browser, **query)]


def counts(browser):
    shown = browser.get("/desk/").context
    return [tab["count"] for tab in shown["tabs"]]


@pytest.fixture
def desk(coordinator, signed_in):
    return signed_in(coordinator)


@pytest.mark.parametrize(("language", "words"), [("th", "เพชรบุรี"), ("en", "Phetchaburi")])
def test_it_says_whom_one_serves(desk, language, words):
    with override(language):
        page = desk.get("/desk/" if language == "th" else "/en/desk/")
    assert words in page.text
    assert page.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_who_is_not_signed_in_is_asked_to(signed_in, coordinator):
    assert signed_in(None).get("/desk/").url == "/account/login/?next=/desk/"


@pytest.mark.parametrize("who", ["registrar", "applicant", "outsider"])
def test_who_serves_no_centre_finds_no_desk(signed_in, coordinator, strangers, who):
    assert signed_in(strangers[who]).get("/desk/").status_code == 404


def test_who_has_been_relieved_finds_no_desk(signed_in, workflow):
    former = CoordinatorFactory(
        serves_from=timezone.localdate() - timedelta(days=9), serves_until=timezone.localdate() - timedelta(days=1)
    )
    assert signed_in(former.user).get("/desk/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(desk, method):
    assert getattr(desk, method)("/desk/").status_code == 405


def test_every_case_stands_in_its_list(desk, make):
    cases = {
        "new": make(),
        "waiting": make(status=S.RETURNED),
        "recommended": make(ApplicationKind.NATIONAL, S.RECOMMENDED),
        "up": make(handed_up_at=timezone.now()),
        "decided": make(status=S.DECLINED, decided_at=days_ago(89)),
    }
    make(status=S.DRAFT)
    make(status=S.DECLINED, decided_at=days_ago(91))
    assert {name: titles(desk, show=name) for name in cases} == {name: [case.name] for name, case in cases.items()}
    assert counts(desk) == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("status", [S.NOT_RECOMMENDED, S.ANNOUNCED])
def test_the_registrar_has_what_was_advised_against_and_what_is_announced(desk, make, status):
    case = make(ApplicationKind.NATIONAL, status)
    assert titles(desk, show="recommended") == [case.name]


@pytest.mark.parametrize("status", [S.RECOMMENDED, S.NOT_RECOMMENDED, S.ANNOUNCED])
def test_with_the_registrar_a_row_says_what_was_advised(desk, make, status):
    make(ApplicationKind.NATIONAL, status)
    [row] = rows(desk, show="recommended")
    assert row["badge"] == str(status.label)


def test_lists_say_in_which_order_they_are(desk, make):
    make(), make(status=S.DECLINED, decided_at=days_ago(1))
    assert "เรียงตามความเร่งด่วน · " in desk.get("/desk/").text
    assert "เรียงจากล่าสุด · " in desk.get("/desk/", {"show": "decided"}).text


def test_english_readers_find_the_english_name_where_there_is_one(desk, make):
    make(name="ก", name_en="Sample A"), make(name="ข", name_en="")
    assert {row["title"] for row in desk.get("/en/desk/").context["rows"]} == {"Sample A", "ข"}
    assert set(titles(desk)) == {"ก", "ข"}


def test_an_unknown_list_is_the_first_one(desk, make):
    case = make()
    assert titles(desk, show="zzz") == [case.name]


def test_another_province_sees_nothing_of_it(signed_in, elsewhere, make):
    make()
    assert counts(signed_in(elsewhere)) == [0] * 10


def test_what_waits_longest_comes_first(desk, make):
    young, old = make(name="ก", status_since=days_ago(1)), make(name="ข", status_since=days_ago(9))
    assert titles(desk) == [old.name, young.name]


def test_or_as_in_a_thai_dictionary(desk, make):
    for name in ("แกะ", "ขวด", "กบ"):
        make(name=name)
    assert titles(desk, order="name") == ["กบ", "แกะ", "ขวด"]


def test_a_row_says_how_long_it_has_waited_and_how_long_is_left(desk, make):
    make(status_since=days_ago(3))
    [row] = rows(desk)
    assert (row["waits"], row["left"]) == ("รอ 3 วันแล้ว", "อีก 12 วันจะส่งต่อถึงสำนักงานเลขานุการ")
    assert not row["hurries"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (10, "อีก 5 วันจะส่งต่อถึงสำนักงานเลขานุการ"),
        (15, "วันนี้เรื่องจะส่งต่อถึงสำนักงานเลขานุการ"),
        (20, "วันนี้เรื่องจะส่งต่อถึงสำนักงานเลขานุการ"),
    ],
)
def test_what_is_about_to_go_up_says_so(desk, make, days, words):
    make(status_since=days_ago(days))
    [row] = rows(desk)
    assert row["left"] == words
    assert row["hurries"]


def test_what_has_gone_up_counts_no_more_days(desk, make):
    make(handed_up_at=timezone.now(), status_since=days_ago(20))
    [row] = rows(desk, show="up")
    assert (row["left"], row["hurries"]) == ("", False)


def test_a_decided_case_says_what_and_when(desk, make):
    make(status=S.DECLINED, decided_at=days_ago(0))
    [row] = rows(desk, show="decided")
    assert row["badge"] == str(S.DECLINED.label)
    assert "25" in row["waits"]


def test_the_applicant_is_one_tap_away(desk, make):
    make(phone="+66812345678")
    assert 'href="tel:+66812345678"' in desk.get("/desk/").text


def test_claims_to_decide_are_shown_and_no_others(desk, elsewhere):
    claim = ClaimFactory(phone="+66811112222")
    ClaimFactory(status=ClaimStatus.REFUSED)
    ClaimFactory(organization__entry__province=ProvinceFactory(code="TH-55"))
    assert titles(desk, show="claims") == [claim.organization.display_name]
    assert "tel:+66811112222" in desk.get("/desk/?show=claims").text


def test_terms_that_run_out_are_shown_the_nearest_first(desk, elsewhere):
    today = timezone.localdate()
    soon = MembershipFactory(ends_on=today + timedelta(days=60))
    over = MembershipFactory(starts_on=today - timedelta(days=99), ends_on=today - timedelta(days=1))
    lapsed = MembershipFactory(starts_on=today - timedelta(days=99), ends_on=today - timedelta(days=91))
    MembershipFactory(ends_on=today, suspended_on=today)
    MembershipFactory(ends_on=today + timedelta(days=61))
    MembershipFactory(ends_on=None)
    MembershipFactory(ends_on=today, closed=True)
    MembershipFactory(ends_on=today, organization__entry__province=ProvinceFactory(code="TH-55"))
    assert titles(desk, show="ending") == [m.organization.display_name for m in (over, soon, lapsed)]
    assert [(row["badge"], row["badge_kind"]) for row in rows(desk, show="ending")] == [
        (Standing.GRACE.label, "warn"),
        (Standing.DUE_SOON.label, "warn"),
        (Standing.LAPSED.label, "bad"),
    ]


@pytest.mark.parametrize(
    ("fields", "phone"),
    [
        ({"phone_visibility": Visibility.PROVINCE}, "+6632400000"),
        ({"phone_visibility": Visibility.SECRETARIAT}, ""),
        ({"phone_visibility": Visibility.PUBLIC, "entry__is_protected": True}, ""),
    ],
)
def test_a_members_phone_is_shown_as_far_as_the_centre_may_read_it(desk, fields, phone):
    organization = OrganizationFactory(phone="+6632400000", **fields)
    MembershipFactory(organization=organization, ends_on=timezone.localdate())
    assert rows(desk, show="ending")[0]["phone"] == phone


def test_twenty_stand_on_a_page(desk, make):
    for _n in range(21):
        make()
    assert len(rows(desk)) == 20
    assert len(rows(desk, page=2)) == 1


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("show", ["new", "recommended", "decided", "claims", "ending"])
def test_one_row_asks_as_often_as_thirty(desk, make, show, count, django_assert_num_queries):
    for _n in range(count):
        make()
        make(ApplicationKind.NATIONAL, S.RECOMMENDED)
        make(status=S.DECLINED, decided_at=timezone.now())
        ClaimFactory()
        MembershipFactory(ends_on=timezone.localdate())
    desk.get("/desk/")
    with django_assert_num_queries(QUERIES):
        desk.get("/desk/", {"show": show})


class TestSeveralProvinces:
    @pytest.fixture
    def desk(self, coordinator, signed_in):
        nan = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
        CoordinatorFactory(user=coordinator, centre=CoordinationCentreFactory(provinces=[nan]))
        return signed_in(coordinator)

    def test_all_are_shown_together(self, desk, make):
        make(name="ก")
        make(name="ข", province=ProvinceFactory(code="TH-55"))
        assert set(titles(desk)) == {"ก", "ข"}

    def test_or_one_of_them(self, desk, make):
        make(name="ก")
        make(name="ข", province=ProvinceFactory(code="TH-55"))
        assert titles(desk, province="nan") == ["ข"]
        assert desk.get("/desk/?province=nan").context["tabs"][0]["count"] == 1

    def test_never_one_that_is_not_served(self, desk):
        ProvinceFactory(code="TH-50", name="เชียงใหม่", name_en="Chiang Mai")
        assert desk.get("/desk/?province=chiang-mai").status_code == 404

    def test_the_lists_keep_the_province(self, desk):
        shown = desk.get("/desk/?province=nan")
        assert all("province=nan" in tab["url"] for tab in shown.context["tabs"])


def test_who_serves_one_province_is_not_asked_which(desk):
    assert desk.get("/desk/").context["provinces"] == []


def test_other_apps_add_parts_for_the_provinces_on_the_page(desk):
    asked = []

    def part(request, provinces):
        asked.append([province.code for province in provinces])
        return Section(900, "network/desk/recused.html")

    with hooks.register_temporarily("register_desk_sections", part):
        assert desk.get("/desk/").text.count("notice-warning") == 1
    assert asked == [["TH-76"]]
