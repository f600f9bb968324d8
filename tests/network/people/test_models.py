"""Rows of invitations and mandates: what the database itself refuses, and who finds which."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from network.enums import InvitationKind, InvitationStatus, RepresentativeRole, RepresentativeStatus
from network.models import Invitation, Representative
from tests.factories.holding import InvitationFactory, person_at
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import OrganizationFactory, ProvinceFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
YESTERDAY = {"mandate_from": "2020-01-01", "mandate_until": "2020-12-31"}


@pytest.mark.parametrize(("field", "value"), [("email", "somebody@example.org"), ("phone", "+66812345678")])
def test_an_organization_invites_an_address_once_at_a_time(field, value):
    first = InvitationFactory(**{field: value})
    again = {"organization": first.organization, field: value}
    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationFactory(**again)
    Invitation.objects.update(status=InvitationStatus.DECLINED)
    assert InvitationFactory(**again).pk
    assert InvitationFactory(**{field: value}).pk


def test_invitations_on_paper_need_no_address_and_do_not_collide():
    first = InvitationFactory(email="")
    assert InvitationFactory(organization=first.organization, email="").pk


def test_a_person_hands_over_to_one_successor_at_a_time():
    first = InvitationFactory(kind=InvitationKind.HAND_OVER, role=RepresentativeRole.PRIMARY)
    second = InvitationFactory.build(
        organization=first.organization, invited_by=first.invited_by, kind=InvitationKind.HAND_OVER
    )
    with override("en"), pytest.raises(ValidationError, match="under way already"):
        second.validate_constraints()


def test_the_last_day_still_counts():
    today = timezone.localdate()
    last, over = InvitationFactory(valid_until=today), InvitationFactory(valid_until=today - timedelta(days=1))
    assert list(Invitation.objects.valid()) == [last]
    assert (last.is_over, over.is_over) == (False, True)


def test_an_invitation_finds_whoever_has_proved_the_address_or_the_number():
    mail, phone = InvitationFactory(email="a@example.org"), InvitationFactory(email="", phone="+66812345678")
    InvitationFactory(email="", phone="")
    reader = person_at("a@example.org")
    caller = UserFactory(email=None, sign_in_phone="+66812345678", sign_in_phone_verified=True)
    typed_only = UserFactory(email=None, sign_in_phone="+66812345678")
    found = [list(Invitation.objects.addressed_to(user)) for user in (reader, caller, typed_only, UserFactory())]
    assert found == [[mail], [phone], [], []]


def test_an_address_that_was_never_proved_finds_nothing():
    InvitationFactory(email="a@example.org")
    assert not Invitation.objects.addressed_to(UserFactory(email="a@example.org"))


def test_primary_contacts_and_the_centre_see_an_organizations_invitations():
    invitation = InvitationFactory()
    colleague = RepresentativeFactory(organization=invitation.organization, role=RepresentativeRole.EDITOR).user
    coordinator = CoordinatorFactory().user
    InvitationFactory(organization__entry__province=ProvinceFactory(code="TH-55", name_en="Nan"))
    people = [invitation.invited_by, coordinator, colleague, RepresentativeFactory().user]
    seen = [list(Invitation.objects.visible_to(person)) for person in people]
    assert seen == [[invitation], [invitation], [], []]


def test_only_a_running_mandate_of_an_open_account_is_reachable():
    organization = OrganizationFactory()
    reached = RepresentativeFactory(organization=organization)
    RepresentativeFactory(organization=organization, user__is_active=False)
    RepresentativeFactory(organization=organization, status=RepresentativeStatus.ENDED)
    over = RepresentativeFactory(organization=organization, **YESTERDAY)
    RepresentativeFactory(organization=organization, status=RepresentativeStatus.ENDED, **YESTERDAY)
    assert list(Representative.objects.reachable()) == [reached]
    assert list(Representative.objects.expired()) == [over]
