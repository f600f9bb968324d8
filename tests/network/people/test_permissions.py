"""Who may what about an organization's people: the whole cast, asked every question."""

import pytest
from django.contrib.auth.models import AnonymousUser

from network.enums import RepresentativeRole
from network.models import Representative
from network.permissions import (
    somebody_is_reachable,
    user_can_change_mandate,
    user_can_end,
    user_can_invite,
    user_can_keep_letter,
    user_can_manage_invitation,
    user_can_read_letter,
    user_is_primary,
)
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole
PAST = {"mandate_from": "2020-01-01", "mandate_until": "2020-12-31"}
EVERYBODY = {"rep", "second", "colleague", "delegate_maker", "outsider", "coordinator", "elsewhere", "registrar"}


@pytest.fixture
def cast(organization, rep, second, colleague, delegate_maker, outsider, coordinator, elsewhere, registrar):
    people = locals()
    return {name: people[name] for name in EVERYBODY}


def those(cast, question, *about) -> set[str]:
    return {name for name, user in cast.items() if question(user, *about)}


def test_primary_contacts_and_the_secretariat_invite(cast, organization):
    assert those(cast, user_can_invite, organization) == {"rep", "second", "registrar"}


def test_the_centre_invites_where_nobody_is_reachable(cast, organization):
    Representative.objects.filter(organization=organization, role=R.PRIMARY).update(**PAST)
    assert not somebody_is_reachable(organization.pk)
    assert those(cast, user_can_invite, organization) == {"coordinator", "registrar"}


@pytest.mark.parametrize("status", ["closed", "merged"])
def test_what_is_gone_invites_nobody(cast, organization, status):
    organization.entry.status = status
    organization.entry.save()
    assert those(cast, user_can_invite, organization) == set()


def test_a_mandate_is_ended_by_others_above_and_beside(cast, organization, rep, colleague):
    assert those(cast, user_can_end, mandate_of(rep, organization)) == {"second", "coordinator", "registrar"}
    about_colleague = those(cast, user_can_end, mandate_of(colleague, organization))
    assert about_colleague == {"rep", "second", "coordinator", "registrar"}


def test_a_mandate_is_changed_by_others_but_not_by_the_centre(cast, organization, rep, colleague):
    assert those(cast, user_can_change_mandate, mandate_of(rep, organization)) == {"second", "registrar"}
    assert those(cast, user_can_change_mandate, mandate_of(colleague, organization)) == {"rep", "second", "registrar"}


def test_a_letter_is_kept_by_the_person_and_those_who_change_the_mandate(cast, organization, colleague):
    kept = those(cast, user_can_keep_letter, mandate_of(colleague, organization))
    assert kept == {"rep", "second", "colleague", "registrar"}


def test_a_letter_is_read_by_them_and_by_the_centre(cast, organization, colleague):
    read = those(cast, user_can_read_letter, mandate_of(colleague, organization))
    assert read == {"rep", "second", "colleague", "registrar", "coordinator"}


def test_an_invitation_and_its_letter_are_not_for_colleagues(cast, invitation):
    managers = {"rep", "second", "coordinator", "registrar"}
    assert those(cast, user_can_manage_invitation, invitation) == managers
    assert those(cast, user_can_read_letter, invitation) == managers


@pytest.mark.parametrize("who", ["coordinator", "registrar"])
def test_who_acts_for_it_has_no_right_from_above(cast, organization, rep, invitation, who):
    """Recusal, rule 4 of the domain page; also for a superuser."""
    user = cast[who]
    RepresentativeFactory(organization=organization, user=user, role=R.EDITOR)
    user.is_superuser = who == "registrar"
    user.save()
    mandate = mandate_of(rep, organization)
    assert not user_can_invite(user, organization)
    assert not user_can_end(user, mandate)
    assert not user_can_change_mandate(user, mandate)
    assert not user_can_read_letter(user, mandate)
    assert not user_can_manage_invitation(user, invitation)


def test_nobody_has_a_say_about_their_own_mandate(cast, organization):
    for name in ("rep", "second", "colleague", "delegate_maker"):
        mandate = mandate_of(cast[name], organization)
        assert not user_can_end(cast[name], mandate)
        assert not user_can_change_mandate(cast[name], mandate)


@pytest.mark.parametrize(
    "useless", [PAST, {"status": "ended"}, {"status": "invited"}, {"mandate_from": "2099-01-01"}, {"role": R.EDITOR}]
)
def test_a_primary_contact_has_a_mandate_that_runs_today(organization, rep, useless):
    assert user_is_primary(rep, organization.pk)
    Representative.objects.update(**useless)
    assert not user_is_primary(rep, organization.pk)
    assert not somebody_is_reachable(organization.pk)


def test_a_closed_account_is_not_reached(organization, rep):
    rep.is_active = False
    rep.save()
    assert not somebody_is_reachable(organization.pk)


def test_a_visitor_and_a_newcomer_may_nothing(organization, rep, invitation):
    mandate = mandate_of(rep, organization)
    for user in (AnonymousUser(), UserFactory()):
        assert not user_is_primary(user, organization.pk)
        assert not user_can_invite(user, organization)
        assert not user_can_end(user, mandate)
        assert not user_can_manage_invitation(user, invitation)
        assert not user_can_read_letter(user, mandate)
