"""Several at once: real threads, real connections, on SQLite and on PostgreSQL."""

from functools import partial

import pytest
from django.contrib.auth.models import Group

from network import setup
from network.actions import send_profile
from network.actions.claims import make_claim
from network.enums import REGISTRARS, EntryStatus
from network.exceptions import EditNotAllowed, MergeRefused, ProfileRefused
from network.merging.latecomers import gather
from network.merging.merging import merge_organizations
from network.merging.undoing import undo_merge
from network.models import Claim, Merge, Organization
from portal.models import OutgoingMail
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.conftest import bound_form
from tests.racing import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair():
    setup.set_up()
    return OrganizationFactory(), OrganizationFactory()


@pytest.fixture
def registrars(pair):
    users = UserFactory.create_batch(2)
    for user in users:
        user.groups.add(Group.objects.get(name=REGISTRARS))
    return users


def outcome(act):
    """What it answers, or how it was refused."""
    try:
        return act()
    except (MergeRefused, ProfileRefused) as refusal:
        return refusal


def merge(winner, loser, by):
    return partial(outcome, partial(merge_organizations, winner, loser, by=by))


def test_the_same_pair_is_merged_once(pair, registrars):
    RepresentativeFactory(organization=pair[1])
    answers = together([merge(*pair, user) for user in registrars * 2])
    made = Merge.objects.get()
    # Who came second reads the same merge, or is asked to try again.
    assert all(answer == made or isinstance(answer, MergeRefused) for answer in answers)
    assert made in answers
    assert OutgoingMail.objects.filter(kind="network.organization_merged").count() == 1


def test_of_two_directions_one_wins(pair, registrars):
    answers = together([merge(*pair, registrars[0]), merge(*reversed(pair), registrars[1])])
    made = Merge.objects.get()
    assert sorted(isinstance(answer, MergeRefused) for answer in answers) == [False, True]
    standing = Organization.objects.standing().filter(pk__in=[o.pk for o in pair])
    assert [*standing] == [made.winner]


def test_of_two_undos_one_writes_the_letters(pair, registrars):
    RepresentativeFactory(organization=pair[1])
    made = merge_organizations(*pair, by=registrars[0])
    answers = together([partial(outcome, partial(undo_merge, made, by=user)) for user in registrars])
    assert any(answer == made for answer in answers)
    assert OutgoingMail.objects.filter(kind="network.merge_undone").count() == 1


@pytest.mark.parametrize("whose", ["winner", "loser"])
def test_a_profile_that_is_sent_meanwhile_is_not_lost(pair, registrars, whose):
    winner, loser = pair
    organization = {"winner": winner, "loser": loser}[whose]
    organization.save_revision().publish()
    rep = RepresentativeFactory(organization=organization).user
    form = bound_form(organization, current_work="งานที่ส่งมาพร้อมกัน")
    sending = partial(outcome, partial(send_profile, organization, by=rep, form=form))
    merged, sent = together([merge(winner, loser, registrars[0]), sending])
    if isinstance(merged, Merge):
        # The merge was first: the loser has no keepers any more, and the winner has a newer version.
        assert isinstance(sent, ProfileRefused)
        assert whose == "winner" or isinstance(sent, EditNotAllowed)
    else:
        assert not isinstance(sent, ProfileRefused)
        draft = Organization.objects.get(pk=organization.pk).get_latest_revision_as_object()
        assert draft.current_work == "งานที่ส่งมาพร้อมกัน"
        assert organization.entry.status == EntryStatus.LISTED


def test_whatever_is_asked_of_the_loser_meanwhile_comes_to_the_winner(pair, registrars, person):
    winner, loser = pair
    claiming = partial(outcome, partial(make_claim, loser, by=person, position="กรรมการ"))
    merged, claim = together([merge(winner, loser, registrars[0]), claiming])
    assert Claim.objects.get() == claim
    if isinstance(merged, Merge):
        # Written before the merge it has moved; after it, the day's round brings it along.
        gather(merged)
        claim.refresh_from_db()
        assert claim.organization == winner
    else:
        assert isinstance(merged, MergeRefused)
