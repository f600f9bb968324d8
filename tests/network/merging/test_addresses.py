"""Where the addresses of a merged organization lead: its page, its claim, its rooms in the account."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from network.enums import EntryStatus, RepresentativeRole
from network.merging.merging import merge_organizations
from network.merging.undoing import undo_merge
from network.models import Organization
from network.sitemaps import OrganizationSitemap
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.network.conftest import form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def mandate(loser):
    return RepresentativeFactory(organization=loser)


@pytest.fixture
def merge(winner, loser, registrar, mandate):
    winner.save_revision().publish()
    loser.save_revision().publish()
    return merge_organizations(winner, loser, by=registrar)


def public(organization, language="th", page="network:organization") -> str:
    with override(language):
        return reverse(page, args=[organization.entry.slug])


def account(organization, page="organization") -> str:
    return reverse(f"network_account:{page}", args=[organization.pk])


class TestPublicPage:
    @pytest.mark.parametrize("language", ["th", "en"])
    def test_it_leads_to_the_winner_for_good(self, client, merge, language):
        answer = client.get(public(merge.loser, language))
        assert (answer.status_code, answer.url) == (301, public(merge.winner, language))
        # Not for ever, since an undo gives the page back.
        assert answer["Cache-Control"] == "max-age=300"

    def test_after_an_undo_it_is_a_page_again(self, client, merge, registrar):
        undo_merge(merge, by=registrar)
        assert client.get(public(merge.loser)).status_code == 200

    def test_through_a_chain_it_leads_to_the_end(self, client, merge, registrar):
        third = OrganizationFactory()
        merge_organizations(third, merge.winner, by=registrar)
        assert client.get(public(merge.loser)).url == public(third)

    def test_a_winner_that_is_not_shown_shows_nothing(self, client, merge):
        merge.winner.entry.status = EntryStatus.HIDDEN
        merge.winner.entry.save()
        assert client.get(public(merge.loser)).status_code == 404

    def test_whoever_claims_it_claims_the_winner(self, client, merge, person):
        client.force_login(person)
        answer = client.get(public(merge.loser, page="network_cases:claim"))
        assert (answer.status_code, answer.url) == (301, public(merge.winner, page="network_cases:claim"))

    def test_an_address_that_never_was_is_a_404(self, client, merge):
        assert client.get(reverse("network:organization", args=["no-such"])).status_code == 404

    def test_the_directory_the_search_and_the_sitemap_have_lost_it(self, client, merge):
        shown = client.get(reverse("network:organizations")).content.decode()
        assert public(merge.winner) in shown
        assert public(merge.loser) not in shown
        found = client.get(reverse("network:organizations"), {"q": merge.loser.name}).content.decode()
        assert public(merge.winner) in found
        assert public(merge.loser) not in found
        assert merge.loser not in OrganizationSitemap().items()


class TestAccount:
    def test_its_people_are_led_to_the_winner(self, client, merge, mandate):
        client.force_login(mandate.user)
        assert merge.winner.name in client.get(reverse("account")).content.decode()
        for page in ("organization", "profile"):
            answer = client.get(account(merge.loser, page))
            assert (answer.status_code, answer.url) == (302, account(merge.winner, page))

    def test_strangers_learn_nothing(self, client, merge, outsider):
        client.force_login(outsider)
        assert client.get(account(merge.loser)).status_code == 404

    def test_what_was_typed_meanwhile_is_kept_beside_the_winners_words(self, client, loser, winner, registrar, mandate):
        winner.save_revision().publish()
        loser.save_revision().publish()
        client.force_login(mandate.user)
        typed = form_data(loser, current_work="งานที่พิมพ์ไว้ก่อนรวม")
        merge_organizations(winner, loser, by=registrar)
        answer = client.post(account(loser, "profile"), typed)
        assert answer.status_code == 422
        assert "งานที่พิมพ์ไว้ก่อนรวม" in answer.content.decode()
        seen = answer.context["form"]["seen"].value()
        answer = client.post(account(loser, "profile"), {**typed, "seen": seen})
        assert answer.url == account(winner)
        draft = Organization.objects.get(pk=winner.pk).get_latest_revision_as_object()
        assert draft.current_work == "งานที่พิมพ์ไว้ก่อนรวม"

    def test_what_was_pressed_meanwhile_is_not_done_to_the_winner(self, client, merge, mandate):
        draft = Organization.objects.get(pk=merge.winner_id)
        draft.current_work = "ร่างของอีกคน"
        draft.save_revision()
        client.force_login(mandate.user)
        answer = client.post(account(merge.loser, "discard"))
        assert answer.url == account(merge.winner)
        assert Organization.objects.get(pk=merge.winner_id).has_unpublished_changes

    def test_whoever_may_not_edit_is_refused_as_before(self, client, winner, loser, registrar):
        maker = RepresentativeFactory(organization=loser, role=RepresentativeRole.DELEGATE_MAKER).user
        merge_organizations(winner, loser, by=registrar)
        client.force_login(maker)
        assert client.post(account(loser, "profile"), form_data(winner)).status_code == 403


class TestHistory:
    def test_the_cms_reads_the_losers_along_under_its_own_name(self, desk, merge):
        page = desk.get(reverse("wagtailsnippets_network_organization:history", args=[merge.winner_id]))
        shown = page.content.decode()
        assert f"{merge.loser.name}: " in shown
        revision = merge.loser.latest_revision_id
        assert f"/{merge.winner_id}/revisions/{revision}/" not in shown

    def test_after_an_undo_it_is_the_winners_own_again(self, desk, merge, registrar):
        undo_merge(merge, by=registrar)
        page = desk.get(reverse("wagtailsnippets_network_organization:history", args=[merge.winner_id]))
        assert f"{merge.loser.name}: " not in page.content.decode()

    def test_its_people_read_both_too(self, client, merge, mandate):
        client.force_login(mandate.user)
        shown = client.get(reverse("network_account:people:history", args=[merge.winner_id])).content.decode()
        assert f"{merge.loser.name}: " in shown
