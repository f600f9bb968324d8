"""Duplicates in the CMS: the list, side by side, the two answers, the merges and their undo."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from network.enums import EntryStatus
from network.merging.apart import keep_apart
from network.merging.merging import merge_organizations
from network.merging.parts import PARTS
from network.merging.plan import plan
from network.models import Merge, NotTheSame, Organization
from tests.factories.membership import ApplicationFactory, ClaimFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db
INDEX, MERGES, APART, CHOOSE = (
    reverse(f"network_duplicates:{name}") for name in ("index", "merges", "told_apart", "choose")
)


def compare(winner, loser) -> str:
    return reverse("network_duplicates:compare", args=[winner.pk, loser.pk])


def merge_url(merge, name="merge") -> str:
    return reverse(f"network_duplicates:{name}", args=[merge.pk])


def typed(winner, loser, **choices) -> dict[str, str]:
    return {"seen": plan(winner, loser).digest, **choices}


class TestPairs:
    def test_each_pair_says_why_and_leads_side_by_side(self, desk, winner, loser):
        page = desk.get(INDEX).content.decode()
        assert winner.name in page
        assert loser.name in page
        assert "ชื่อเดียวกัน" in page
        assert compare(winner, loser) in page

    def test_without_pairs_it_says_so(self, desk, winner):
        assert "ไม่มีองค์กรที่ดูซ้ำกัน" in desk.get(INDEX).content.decode()

    def test_it_costs_the_same_for_one_pair_and_for_many(self, desk, winner, loser, django_assert_num_queries):
        desk.get(INDEX)
        with django_assert_num_queries(15):
            desk.get(INDEX)
        for number in range(10, 40):
            OrganizationFactory(name=f"สมาคมออมทรัพย์บ้านไร่ {number}", name_en="")
            OrganizationFactory(name=f"กลุ่มออมทรัพย์บ้านไร่ {number}", name_en="")
        cache.clear()
        desk.get(INDEX)
        with django_assert_num_queries(15):
            assert "p=2" in desk.get(INDEX).content.decode()

    def test_two_that_are_not_listed_are_chosen(self, desk):
        one, other = OrganizationFactory(), OrganizationFactory()
        assert desk.get(CHOOSE, {"one": one.pk}).status_code == 200
        assert desk.get(CHOOSE, {"one": one.pk, "other": other.pk}).url == compare(one, other)
        assert desk.get(CHOOSE, {"one": one.pk, "other": one.pk}).status_code == 422
        assert desk.get(CHOOSE, {"one": "x", "other": ""}).status_code == 422


class TestSideBySide:
    def test_what_differs_is_asked_and_the_rest_is_folded(self, desk, winner, loser):
        page = desk.get(compare(winner, loser)).content.decode()
        assert 'name="name"' in page
        assert 'name="legal_form"' not in page
        assert page.index('name="name"') < page.index("มีรายการเดียวที่บอกไว้") < page.index('name="other_names"')
        assert page.index('name="other_names"') < page.index("ข้อมูลที่เหมือนกัน")

    def test_it_says_what_moves_and_who_is_told(self, desk, winner, loser):
        mandate = RepresentativeFactory(organization=loser)
        page = desk.get(compare(winner, loser)).content.decode()
        assert "ตัวแทน 1 รายการย้ายมาด้วย" in page or str(mandate.user) in page
        assert "จะส่งอีเมลบอก" in page

    def test_an_obstacle_takes_the_button_away(self, desk, winner, loser):
        mine, other = (
            ApplicationFactory(organization=winner, sent=True),
            ApplicationFactory(organization=loser, sent=True),
        )
        page = desk.get(compare(winner, loser)).content.decode()
        assert mine.reference in page
        assert other.reference in page
        assert "รวมเป็นองค์กรเดียว" not in page

    def test_every_part_can_be_shown(self, desk, winner, loser):
        names = {part.name for part in PARTS}
        Organization.objects.filter(pk=loser.pk).update(
            **{name: f"https://example.org/{name}" for name in ("website", "facebook")},
            **{name: name for name in ("other_names", "current_work", "target_groups", "leader_name", "address")},
            year_started=1999,
            phone="+6632400000",
            email="group@example.org",
            line_id="group",
            logo="logos/sample.png",
        )
        entry = loser.entry
        entry.registration_number, entry.registered_on, entry.is_protected = "12", timezone.localdate(), True
        entry.verified_on, entry.legal_form = timezone.localdate(), "network"
        entry.save()
        page = desk.get(compare(winner, loser)).content.decode()
        shown = {name for name in names if f'name="{name}"' in page}
        assert names - shown == {"province", "issues"}

    def test_pressed_it_merges_with_what_was_chosen(self, desk, winner, loser):
        answer = desk.post(compare(winner, loser), typed(winner, loser, name="loser"))
        merge = Merge.objects.get()
        assert answer.url == merge_url(merge)
        assert Organization.objects.get(pk=winner.pk).name == loser.name

    def test_pressed_again_it_leads_to_the_same_merge(self, desk, winner, loser):
        data = typed(winner, loser)
        desk.post(compare(winner, loser), data)
        assert desk.post(compare(winner, loser), data).url == merge_url(Merge.objects.get())
        assert desk.get(compare(winner, loser)).url == merge_url(Merge.objects.get())

    def test_what_changed_meanwhile_is_shown_again_with_what_was_chosen(self, desk, winner, loser):
        data = typed(winner, loser, name="loser")
        ClaimFactory(organization=loser)
        answer = desk.post(compare(winner, loser), data)
        assert answer.status_code == 409
        assert not Merge.objects.exists()
        assert '<input type="radio" name="name" value="loser" checked>' in answer.content.decode()

    def test_an_answer_that_the_page_does_not_offer_is_refused(self, desk, winner, loser):
        assert desk.post(compare(winner, loser), typed(winner, loser, name="both")).status_code == 422
        assert desk.post(compare(winner, loser), {}).status_code == 422
        assert not Merge.objects.exists()

    def test_whoever_acts_for_one_of_them_has_no_button_and_no_say(self, desk, registrar, winner, loser):
        RepresentativeFactory(organization=winner, user=registrar)
        assert "รวมเป็นองค์กรเดียว" not in desk.get(compare(winner, loser)).content.decode()
        assert desk.post(compare(winner, loser), typed(winner, loser)).status_code == 409
        assert not Merge.objects.exists()

    def test_it_is_not_merged_by_looking(self, desk, winner, loser):
        desk.get(compare(winner, loser), typed(winner, loser))
        assert not Merge.objects.exists()

    @pytest.mark.parametrize("other", [0, 999_999])
    def test_an_organization_that_is_none_is_a_404(self, desk, winner, other):
        assert desk.get(f"{INDEX}{winner.pk}/{other}/").status_code == 404
        assert desk.get(compare(winner, winner)).status_code == 404


class TestApart:
    def test_it_is_written_down_and_the_pair_is_gone(self, desk, winner, loser, registrar):
        page = reverse("network_duplicates:apart", args=[winner.pk, loser.pk])
        assert desk.get(page).status_code == 405
        assert desk.post(page, {"why": "คนละหมู่บ้าน"}).url == INDEX
        said = NotTheSame.objects.get()
        assert (said.why, said.by) == ("คนละหมู่บ้าน", registrar)
        assert compare(winner, loser) not in desk.get(INDEX).content.decode()
        assert "คนละหมู่บ้าน" in desk.get(APART).content.decode()
        assert "คนละหมู่บ้าน" in desk.get(compare(winner, loser)).content.decode()

    def test_it_is_taken_back(self, desk, winner, loser, registrar):
        said = keep_apart(winner, loser, by=registrar)
        page = reverse("network_duplicates:again", args=[said.pk])
        assert desk.get(page).status_code == 405
        assert desk.post(page).url == APART
        assert not NotTheSame.objects.exists()

    def test_whoever_acts_for_one_of_them_is_told_why_not(self, desk, winner, loser, registrar):
        said = keep_apart(winner, loser, by=registrar)
        RepresentativeFactory(organization=winner, user=registrar)
        desk.post(reverse("network_duplicates:again", args=[said.pk]))
        desk.post(reverse("network_duplicates:apart", args=[winner.pk, loser.pk]))
        assert NotTheSame.objects.get() == said

    def test_the_list_costs_the_same_for_one_and_for_many(self, desk, registrar, django_assert_num_queries):
        for _count in range(2):
            for _pair in range(3):
                keep_apart(OrganizationFactory(), OrganizationFactory(), by=registrar)
            desk.get(APART)
            with django_assert_num_queries(13):
                desk.get(APART)


class TestMerges:
    @pytest.fixture
    def merge(self, winner, loser, registrar):
        RepresentativeFactory(organization=loser)
        return merge_organizations(winner, loser, by=registrar)

    def test_the_list_says_until_when(self, desk, merge):
        page = desk.get(MERGES).content.decode()
        assert merge.loser.name in page
        assert "ย้อนกลับได้ถึง" in page
        Merge.objects.update(undo_until=timezone.localdate() - timedelta(days=1))
        assert "ย้อนกลับไม่ได้แล้ว" in desk.get(MERGES).content.decode()

    def test_the_list_costs_the_same_for_one_and_for_many(self, desk, merge, registrar, django_assert_num_queries):
        desk.get(MERGES)
        with django_assert_num_queries(13):
            desk.get(MERGES)
        for _count in range(3):
            merge_organizations(OrganizationFactory(), OrganizationFactory(), by=registrar)
        with django_assert_num_queries(13):
            desk.get(MERGES)

    def test_it_is_undone_by_a_press(self, desk, merge):
        page = desk.get(merge_url(merge)).content.decode()
        assert "1 รายการย้ายกลับ" in page
        assert desk.get(merge_url(merge, "undo")).status_code == 405
        assert desk.post(merge_url(merge, "undo")).url == merge_url(merge)
        assert Organization.objects.get(pk=merge.loser_id).entry.status == EntryStatus.LISTED
        page = desk.get(merge_url(merge)).content.decode()
        assert merge_url(merge, "undo") not in page

    def test_what_was_changed_is_named_before_and_after(self, desk, merge):
        mandate = merge.winner.representatives.get()
        mandate.role = "editor"
        mandate.save()
        for _turn in ("before", "after"):
            assert str(mandate.user) in desk.get(merge_url(merge)).content.decode()
            desk.post(merge_url(merge, "undo"))

    def test_a_refusal_is_said(self, desk, merge):
        Merge.objects.update(undo_until=timezone.localdate() - timedelta(days=1))
        answer = desk.post(merge_url(merge, "undo"), follow=True)
        assert "เลยกำหนดวัน" in answer.content.decode()

    def test_the_edit_pages_of_the_loser_lead_to_its_merge(self, desk, merge):
        for model, pk in (("organization", merge.loser_id), ("registerentry", merge.loser.entry.pk)):
            assert desk.get(reverse(f"wagtailsnippets_network_{model}:edit", args=[pk])).url == merge_url(merge)

    def test_lists_and_choosers_of_the_cms_have_lost_it(self, desk, merge):
        pages = [
            reverse("wagtailsnippets_network_organization:list"),
            reverse("wagtailsnippets_network_registerentry:list"),
            reverse(Organization.snippet_viewset.chooser_viewset.get_url_name("choose")),
        ]
        for page in pages:
            answer = desk.get(page)
            # A chooser answers with JSON.
            shown = answer.json()["html"] if answer["Content-Type"] == "application/json" else answer.content.decode()
            assert merge.winner.name in shown
            assert merge.loser.name not in shown


def test_the_organizations_page_leads_to_the_choice(desk, winner):
    page = desk.get(reverse("wagtailsnippets_network_organization:edit", args=[winner.pk])).content.decode()
    assert f"{CHOOSE}?one={winner.pk}" in page


@pytest.mark.parametrize("name", ["index", "merges", "told_apart", "choose"])
def test_the_room_is_closed_to_those_who_do_not_merge(client, editor, name):
    client.force_login(editor)
    assert client.get(reverse(f"network_duplicates:{name}")).status_code == 302
    assert INDEX not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_can_press_nothing(client, editor, winner, loser, registrar):
    merge = merge_organizations(OrganizationFactory(), OrganizationFactory(), by=registrar)
    client.force_login(editor)
    client.post(compare(winner, loser), typed(winner, loser))
    client.post(reverse("network_duplicates:apart", args=[winner.pk, loser.pk]))
    client.post(merge_url(merge, "undo"))
    assert Merge.objects.in_force().get() == merge
    assert not NotTheSame.objects.exists()
