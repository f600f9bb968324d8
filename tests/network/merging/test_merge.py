"""Merging two organizations: who may, what moves, whose word is kept, what is refused."""

import pytest
from wagtail.log_actions import registry
from wagtail.models import ReferenceIndex, Revision

from network.actions import send_profile
from network.enums import ApplicationKind, EntryStatus, LegalForm
from network.exceptions import MergedAlready, MergeNotAllowed, MergeRecused, MergeRefused, SomethingMoved
from network.merging.merging import merge_organizations
from network.merging.plan import plan
from network.models import Merge, Organization, Representative
from network.search.finding import find
from network.search.likely import likely_organizations
from portal.models import OutgoingMail
from tests.factories.membership import ApplicationFactory, ClaimFactory, MembershipFactory
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory, RepresentativeFactory
from tests.network.conftest import bound_form

pytestmark = pytest.mark.django_db


def public(organization):
    return Organization.objects.select_related("entry").get(pk=organization.pk)


def test_everything_of_the_loser_is_the_winners(winner, loser, registrar):
    rows = [
        RepresentativeFactory(organization=loser),
        RepresentativeFactory(organization=loser, status="ended"),
        ClaimFactory(organization=loser),
        ApplicationFactory(organization=loser),
        MembershipFactory(organization=loser),
    ]
    merge = merge_organizations(winner, loser, by=registrar)
    for row in rows:
        row.refresh_from_db()
        assert row.organization == winner
    assert merge.counts["network.Representative.organization"] == 2
    assert public(loser).entry.status == EntryStatus.MERGED


def test_merging_again_gives_the_same_merge_and_no_second_letter(winner, loser, registrar):
    RepresentativeFactory(organization=loser)
    first = merge_organizations(winner, loser, by=registrar)
    assert merge_organizations(winner, loser, by=registrar) == first
    assert OutgoingMail.objects.filter(kind="network.organization_merged").count() == 1


def test_an_outsider_merges_nothing(winner, loser, outsider):
    with pytest.raises(MergeNotAllowed):
        merge_organizations(winner, loser, by=outsider)
    assert not Merge.objects.exists()


@pytest.mark.parametrize("represented", ["winner", "loser"])
def test_whoever_acts_for_either_leaves_it_to_others(winner, loser, registrar, represented):
    RepresentativeFactory(user=registrar, organization={"winner": winner, "loser": loser}[represented])
    with pytest.raises(MergeRecused):
        merge_organizations(winner, loser, by=registrar)


def test_a_merged_organization_is_not_merged_again(winner, loser, registrar):
    merge_organizations(winner, loser, by=registrar)
    third = OrganizationFactory()
    for pair in ((third, loser), (loser, third), (loser, winner)):
        with pytest.raises(MergedAlready):
            merge_organizations(*pair, by=registrar)


def test_an_organization_is_not_merged_with_itself(winner, registrar):
    with pytest.raises(MergeRefused):
        merge_organizations(winner, winner, by=registrar)


def test_the_shown_one_is_kept(winner, loser, registrar):
    winner.entry.status = EntryStatus.PENDING
    winner.entry.save()
    with pytest.raises(MergeRefused, match=winner.name):
        merge_organizations(winner, loser, by=registrar)
    assert merge_organizations(loser, winner, by=registrar)


@pytest.mark.parametrize("waiting", ["winner", "loser"])
def test_a_profile_that_waits_is_decided_first(winner, loser, registrar, waiting):
    organization = {"winner": winner, "loser": loser}[waiting]
    rep = RepresentativeFactory(organization=organization).user
    organization.save_revision().publish()
    send_profile(organization, by=rep, form=bound_form(organization, current_work="งานใหม่"))
    with pytest.raises(MergeRefused, match=organization.name):
        merge_organizations(winner, loser, by=registrar)


def test_a_locked_profile_is_released_first(winner, loser, registrar):
    Organization.objects.filter(pk=loser.pk).update(locked=True)
    with pytest.raises(MergeRefused, match=loser.name):
        merge_organizations(winner, loser, by=registrar)


def test_what_changed_since_the_page_was_opened_is_looked_at_first(winner, loser, registrar):
    seen = plan(winner, loser).digest
    claim = ClaimFactory(organization=loser)
    with pytest.raises(SomethingMoved):
        merge_organizations(winner, loser, by=registrar, seen=seen)
    claim.delete()
    assert merge_organizations(winner, loser, by=registrar, seen=seen)


class TestWords:
    def test_the_winners_word_is_kept_and_the_losers_fills_the_gaps(self, winner, loser, registrar):
        Organization.objects.filter(pk=winner.pk).update(current_work="งานเดิม")
        Organization.objects.filter(pk=loser.pk).update(
            current_work="งานอื่น", phone="+6632400000", phone_visibility="public"
        )
        merge_organizations(winner, loser, by=registrar)
        kept = public(winner)
        assert (kept.name, kept.current_work) == (winner.name, "งานเดิม")
        assert (kept.phone, kept.phone_visibility) == ("+6632400000", "public")

    def test_what_is_chosen_is_kept(self, winner, loser, registrar):
        loser.entry.legal_form, loser.entry.province = (
            LegalForm.CLUB_GROUP,
            ProvinceFactory(code="TH-70", name_en="Ratchaburi"),
        )
        loser.entry.save()
        choices = {"name": "loser", "legal_form": "loser", "province": "loser"}
        merge_organizations(winner, loser, by=registrar, choices=choices)
        kept = public(winner)
        assert kept.name == loser.name
        assert (kept.entry.legal_form, kept.entry.province_id) == (LegalForm.CLUB_GROUP, "TH-70")
        assert kept.other_names.splitlines() == [winner.name, loser.name_en]

    def test_the_english_of_the_same_words_is_filled_in(self, winner, loser, registrar):
        Organization.objects.filter(pk=winner.pk).update(address="หมู่ 4", current_work="งานเดิม")
        Organization.objects.filter(pk=loser.pk).update(
            address="หมู่ 4", address_en="Moo 4", current_work="งานอื่น", current_work_en="Other work"
        )
        merge_organizations(winner, loser, by=registrar)
        kept = public(winner)
        assert (kept.address_en, kept.current_work_en) == ("Moo 4", "")

    def test_issues_of_both_are_kept_together(self, winner, loser, registrar):
        one, other = IssueFactory(), IssueFactory()
        winner.issues.set([one])
        winner.save()
        loser.issues.set([one, other])
        loser.save()
        merge_organizations(winner, loser, by=registrar)
        assert {*public(winner).issues.all()} == {one, other}

    def test_whoever_was_hidden_stays_hidden(self, winner, loser, registrar):
        loser.entry.is_protected = True
        loser.entry.save()
        merge_organizations(winner, loser, by=registrar)
        assert public(winner).entry.is_protected

    def test_the_new_words_are_a_published_version(self, winner, loser, registrar):
        merge_organizations(winner, loser, by=registrar)
        kept = public(winner)
        assert kept.live_revision == kept.latest_revision
        assert kept.live_revision.user == registrar
        assert not kept.has_unpublished_changes

    def test_an_unsent_draft_of_the_winner_keeps_its_own_words(self, winner, loser, registrar):
        winner.save_revision().publish()
        draft = public(winner)
        draft.name_en, draft.current_work = "Draft Name", "งานในร่าง"
        draft.save_revision()
        merge_organizations(winner, loser, by=registrar, choices={"name_en": "loser"})
        kept = public(winner)
        assert kept.name_en == loser.name_en
        draft = kept.get_latest_revision_as_object()
        assert (draft.name_en, draft.current_work) == ("Draft Name", "งานในร่าง")
        assert draft.other_names == kept.other_names
        assert kept.has_unpublished_changes

    def test_two_that_nobody_has_published_are_merged_too(self, registrar):
        winner = OrganizationFactory(live=False, entry__status=EntryStatus.PENDING)
        loser = OrganizationFactory(live=False, entry__status=EntryStatus.PENDING, year_started=1999)
        merge_organizations(winner, loser, by=registrar)
        kept = public(winner)
        assert (kept.live, kept.year_started) == (False, 1999)


def test_the_losers_name_finds_the_winner(winner, loser, registrar):
    winner.name, loser.name = "ตัวอย่าง สมาคมต้นไทร", "ตัวอย่าง ชมรมนกกระจาบ"
    winner.save()
    loser.save()
    merge_organizations(winner, loser, by=registrar)
    assert [*find(Organization.objects.listed(), "นกกระจาบ").rows] == [winner]
    assert likely_organizations("ชมรมนกกระจาบ") == [winner]


def test_both_histories_tell_of_it(winner, loser, registrar):
    merge_organizations(winner, loser, by=registrar)
    for organization, words in ((winner, loser.name), (loser, winner.name)):
        entry = registry.get_logs_for_instance(organization).get(action="network.organization.merge")
        assert words in entry.message
        assert entry.user == registrar


def test_the_losers_versions_stay_its_own(winner, loser, registrar):
    loser.save_revision().publish()
    before = Revision.objects.for_instance(loser).count()
    merge_organizations(winner, loser, by=registrar)
    assert Revision.objects.for_instance(loser).count() == before


def test_wagtails_index_of_references_follows(winner, loser, registrar):
    mandate = RepresentativeFactory(organization=loser)
    ReferenceIndex.create_or_update_for_object(mandate)
    merge_organizations(winner, loser, by=registrar)
    assert ReferenceIndex.get_references_to(winner).filter(object_id=str(mandate.pk)).exists()
    assert not ReferenceIndex.get_references_to(loser).exists()


def test_the_primary_contacts_of_both_are_told_in_their_language(winner, loser, registrar):
    mine = RepresentativeFactory(organization=winner).user
    theirs = RepresentativeFactory(organization=loser, user__language="en").user
    RepresentativeFactory(organization=loser, role="editor")
    merge = merge_organizations(winner, loser, by=registrar)
    mails = {mail.person: mail for mail in OutgoingMail.objects.filter(kind="network.organization_merged")}
    assert set(mails) == {mine, theirs}
    assert winner.name in mails[mine].text
    assert loser.name in mails[mine].text
    assert "Sample River Club" in mails[theirs].text
    assert str(merge.undo_until.year) in mails[theirs].text


def test_representatives_act_for_the_winner_afterwards(winner, loser, registrar, client):
    mandate = RepresentativeFactory(organization=loser)
    merge_organizations(winner, loser, by=registrar)
    assert [row.organization for row in Representative.objects.of(mandate.user).active()] == [winner]


def test_other_kinds_of_application_stand_side_by_side(winner, loser, registrar):
    ApplicationFactory(organization=winner, sent=True)
    other = ApplicationFactory(organization=loser, national=True, sent=True)
    merge_organizations(winner, loser, by=registrar)
    other.refresh_from_db()
    assert (other.organization, other.kind) == (winner, ApplicationKind.NATIONAL)
