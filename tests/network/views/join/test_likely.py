""" "Is this you?": below the name while it is typed, and as a page of its own."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import begin_application
from network.enums import ApplicationKind, EntryStatus
from network.models import Claim, MembershipApplication, Province
from portal.templatetags.portal_thai import whole_words
from tests.factories.membership import ApplicationFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
TYPED = {"position": "เลขานุการ", "phone": "081 234 5678"}
FRAGMENT_QUERIES, PAGE_QUERIES = 3, 7


@pytest.fixture
def known(ready):
    return OrganizationFactory(
        name="สมาคมกลุ่มคนรักเมืองเพชร",
        name_en="Khon Rak Mueang Phet Association",
        phone="+6632400000",
        leader_name="ตัวอย่าง ผู้นำ",
        entry__province=Province.objects.get(code="TH-76"),
        entry__slug="khon-rak",
    )


def fragment(client, name, language="th", **more):
    with override(language):
        return client.get(reverse("network_join:likely"), {"name": name, **more})


def address(draft, language="th"):
    with override(language):
        return reverse("network_join:is_this_you", args=[draft.token])


@pytest.fixture
def draft(person):
    return begin_application(ApplicationKind.PROVINCIAL, by=person, name="รักเมืองเพชร")


class TestFragment:
    @pytest.mark.parametrize("language", ["th", "en"])
    def test_who_is_not_signed_in_sees_name_form_and_province(self, client, known, language):
        page = fragment(client, "รักเมืองเพชร", language)
        with override(language):
            assert whole_words(known.display_name) in page.text
            assert str(known.entry.province) in page.text
            assert known.entry.get_legal_form_display() in page.text
            assert f'href="{reverse("network_cases:claim", args=["khon-rak"])}"' in page.text

    def test_it_is_a_piece_of_a_page(self, client, known):
        page = fragment(client, "รักเมืองเพชร")
        assert "<html" not in page.text
        assert page["X-Robots-Tag"] == "noindex, nofollow"

    def test_no_contact_and_no_person_is_told(self, client, known):
        page = fragment(client, "รักเมืองเพชร").text
        assert "032" not in page
        assert "ผู้นำ" not in page

    @pytest.mark.parametrize("name", ["", "ก", "มูลนิธิอื่นทั้งหมด", "<script>", "\x00", "ก" * 5000])
    def test_nobody_to_offer_is_an_empty_answer(self, client, known, name):
        page = fragment(client, name)
        assert (page.status_code, page.text.strip()) == (200, "")

    @pytest.mark.parametrize(("province", "count"), [("TH-76", 1), ("TH-55", 0), ("xx", 2), ("\x00", 2)])
    def test_the_province_counts_if_there_is_such_a_one(self, client, ready, province, count):
        for code in ("TH-76", "TH-10"):
            OrganizationFactory(name="ชมรมผู้สูงอายุ", entry__province=Province.objects.get(code=code))
        assert fragment(client, "กลุ่มผู้สูงอายุ", province=province).text.count("<h3>") == count

    def test_what_the_directory_hides_is_not_told(self, client, known):
        known.entry.status = EntryStatus.HIDDEN
        known.entry.save()
        assert not fragment(client, "รักเมืองเพชร").text.strip()

    def test_other_methods_are_refused(self, client, ready):
        assert client.post(reverse("network_join:likely"), {"name": "รักเมืองเพชร"}).status_code == 405

    @pytest.mark.parametrize("count", [1, 5])
    def test_as_many_queries_for_one_as_for_many(self, client, ready, django_assert_num_queries, count):
        OrganizationFactory.create_batch(count, name="เครือข่ายเพื่อนป่าต้นน้ำ")
        fragment(client, "x")  # fills the caches of every page
        with django_assert_num_queries(FRAGMENT_QUERIES):
            page = fragment(client, "เพื่อนป่าต้นน้ำ", province="TH-76")
        assert page.text.count("<h3>") == count


class TestPage:
    @pytest.mark.parametrize("language", ["th", "en"])
    def test_it_asks_with_both_ways_on(self, joining, draft, known, language):
        page = joining.get(address(draft, language)).text
        with override(language):
            assert gettext("No, go on") in page
            claim = reverse("network_cases:claim", args=["khon-rak"])
            assert f'href="{claim}?draft={draft.token}"' in page

    def test_without_anybody_to_offer_it_leads_on(self, joining, draft):
        response = joining.get(address(draft))
        assert response.status_code == 302
        assert str(draft.token) in response.headers["Location"]

    def test_who_began_from_the_register_is_not_asked(self, joining, person, known):
        RepresentativeFactory(user=person, organization=known)
        draft = begin_application(ApplicationKind.NATIONAL, by=person, organization=known)
        assert joining.get(address(draft)).status_code == 302

    def test_another_persons_draft_is_not_there(self, client, draft, known):
        client.force_login(UserFactory())
        assert client.get(address(draft)).status_code == 404

    def test_a_visitor_signs_in_first(self, client, draft, known):
        assert client.get(address(draft)).headers["Location"].startswith("/account/login/")

    def test_what_was_sent_is_not_asked_again(self, joining, person, known):
        sent = ApplicationFactory(applicant=person, sent=True, name="รักเมืองเพชร")
        assert joining.get(address(sent)).status_code == 404

    def test_other_methods_are_refused(self, joining, draft):
        assert joining.post(address(draft)).status_code == 405

    @pytest.mark.parametrize("count", [1, 5])
    def test_as_many_queries_for_one_as_for_many(self, joining, person, django_assert_num_queries, count):
        OrganizationFactory.create_batch(count, name="เครือข่ายเพื่อนป่าต้นน้ำ")
        draft = begin_application(ApplicationKind.PROVINCIAL, by=person, name="เพื่อนป่าต้นน้ำ")
        joining.get(address(draft))
        with django_assert_num_queries(PAGE_QUERIES):
            assert joining.get(address(draft)).text.count("?draft=") == count


class TestClaimingInstead:
    def claim(self, client, draft, **typed):
        url = f"{reverse('network_cases:claim', args=['khon-rak'])}?draft={draft.token}"
        return client.post(url, {**TYPED, **typed}) if typed else client.get(url)

    def test_the_claim_page_offers_to_delete_the_draft(self, joining, draft, known):
        page = self.claim(joining, draft).text
        assert "checked" in page[page.index('name="discard"') :].split(">")[0]
        assert gettext("Delete the application that I have begun: %(name)s") % {"name": draft.name} in page
        assert address(draft) in page

    def test_a_draft_with_answers_is_kept_unless_asked_for(self, joining, person, known):
        draft = ApplicationFactory(applicant=person, name="รักเมืองเพชร")
        page = self.claim(joining, draft).text
        assert "checked" not in page[page.index('name="discard"') :].split(">")[0]

    def test_the_claim_is_made_and_the_draft_gone(self, joining, person, draft, known):
        assert self.claim(joining, draft, discard="on").headers["Location"] == reverse("account")
        assert Claim.objects.get().claimant == person
        assert not MembershipApplication.objects.exists()

    def test_the_draft_stays_if_one_wants(self, joining, draft, known):
        self.claim(joining, draft, position="ประธาน")
        assert Claim.objects.exists()
        assert MembershipApplication.objects.get() == draft

    def test_a_mistake_deletes_nothing(self, joining, draft, known):
        assert self.claim(joining, draft, discard="on", phone="12").status_code == 422
        assert MembershipApplication.objects.exists()

    @pytest.mark.parametrize("token", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
    def test_nobody_elses_draft_is_touched(self, client, draft, known, token):
        client.force_login(UserFactory())
        for wanted in (token, draft.token):
            url = f"{reverse('network_cases:claim', args=['khon-rak'])}?draft={wanted}"
            assert 'name="discard"' not in client.get(url).text
            client.post(url, {**TYPED, "discard": "on"})
        assert MembershipApplication.objects.exists()

    def test_what_was_sent_stays(self, joining, person, known):
        sent = ApplicationFactory(applicant=person, sent=True)
        assert 'name="discard"' not in self.claim(joining, sent).text
        self.claim(joining, sent, discard="on")
        assert MembershipApplication.objects.exists()
