"""Merges and pairs that are not the same: what the database keeps, and who may."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from network import setup
from network.enums import REGISTRARS, EntryStatus
from network.models import Merge, NotTheSame, Organization
from network.permissions import user_can_edit_profile, user_can_merge, user_merges
from tests.factories.merging import MergeFactory, NotTheSameFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def test_an_organization_is_merged_once_at_a_time():
    first = MergeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MergeFactory(loser=first.loser)
    Merge.objects.update(undone_at=timezone.now())
    assert MergeFactory(loser=first.loser)


def test_an_organization_is_not_merged_into_itself():
    organization = OrganizationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MergeFactory(winner=organization, loser=organization)


def test_a_pair_is_told_apart_once_and_in_order():
    one, other = OrganizationFactory(), OrganizationFactory()
    NotTheSameFactory(one=one, other=other)
    for pair in ({"one": one, "other": other}, {"one": other, "other": one}):
        with pytest.raises(IntegrityError), transaction.atomic():
            NotTheSameFactory(**pair)
    assert NotTheSame.objects.of_pair(other, one).count() == 1


def test_a_chain_of_merges_leads_to_its_end_in_one_query(django_assert_num_queries):
    first = MergeFactory()
    second = MergeFactory(loser=first.winner)
    undone = MergeFactory(undone_at=timezone.now())
    with django_assert_num_queries(1):
        winners = Merge.objects.winners()
    assert winners == {first.loser_id: second.winner_id, first.winner_id: second.winner_id}
    assert undone.loser_id not in winners


def test_a_merge_can_be_undone_until_its_day_and_only_once():
    today = timezone.localdate()
    assert MergeFactory(undo_until=today).can_be_undone
    assert not MergeFactory(undo_until=today - timedelta(days=1)).can_be_undone
    assert not MergeFactory(undo=None).can_be_undone
    assert not MergeFactory(undone_at=timezone.now()).can_be_undone


def test_what_an_undo_needs_is_outdated_after_the_last_day():
    today = timezone.localdate()
    MergeFactory(undo_until=today)
    old = MergeFactory(undo_until=today - timedelta(days=1))
    MergeFactory(undo_until=today - timedelta(days=1), undo=None)
    assert [*Merge.objects.outdated()] == [old]


def test_a_merged_organization_is_shown_to_nobody():
    loser = MergeFactory().loser
    secretariat = UserFactory(is_superuser=True)
    assert loser not in Organization.objects.listed()
    assert loser not in Organization.objects.visible_to(secretariat)
    assert loser not in Organization.objects.visible_to(AnonymousUser())


def test_nobody_edits_the_profile_of_a_merged_organization():
    representative = RepresentativeFactory(organization__entry__status=EntryStatus.MERGED)
    assert not user_can_edit_profile(representative.user, representative.organization)


@pytest.fixture
def registrar():
    setup.set_up_registrars()
    user = UserFactory()
    user.groups.add(Group.objects.get(name=REGISTRARS))
    return user


def test_registrars_merge_and_others_do_not(registrar, person):
    one, other = OrganizationFactory(), OrganizationFactory()
    assert user_merges(registrar)
    assert user_can_merge(registrar, one, other)
    assert not user_merges(person)
    assert not user_merges(AnonymousUser())


def test_whoever_acts_for_one_of_two_organizations_does_not_merge_them(registrar):
    one, other = OrganizationFactory(), OrganizationFactory()
    RepresentativeFactory(organization=other, user=registrar)
    assert not user_can_merge(registrar, one, other)
    assert not user_can_merge(registrar, other, one)


def test_a_group_from_before_the_merging_gets_its_right(registrar):
    group = Group.objects.get(name=REGISTRARS)
    group.permissions.remove(group.permissions.get(codename="merge_organization"))
    setup.set_up_registrars()
    assert group.permissions.filter(codename="merge_organization").exists()


def test_the_register_form_cannot_say_that_an_organization_is_merged(registrar, client):
    entry = OrganizationFactory().entry
    client.force_login(registrar)
    page = reverse("wagtailsnippets_network_registerentry:edit", args=[entry.pk])
    typed = {"status": EntryStatus.MERGED, "province": entry.province_id, "legal_form": entry.legal_form}
    assert client.post(page, {**typed, "slug": entry.slug}).status_code == 200
    entry.refresh_from_db()
    assert entry.status == EntryStatus.LISTED
    assert client.post(page, {**typed, "slug": entry.slug, "status": EntryStatus.CLOSED}).status_code == 302
