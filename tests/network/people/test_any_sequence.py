"""Whatever its people do in whatever order, an organization keeps a primary contact and nobody stands there twice."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from network.actions import (
    Invited,
    accept_invitation,
    change_mandate,
    decline_invitation,
    end_representation,
    hand_over,
    invite,
    leave,
    remind_invited,
    withdraw_invitation,
)
from network.enums import InvitationKind, InvitationStatus, RepresentativeRole
from network.exceptions import PeopleRefused
from network.models import Invitation, Representative
from portal.models import OutgoingMail
from tests.factories.holding import person_at

pytestmark = pytest.mark.django_db
STEPS = 40


class Play:
    """An organization and five people, who do what comes to their minds."""

    def __init__(self, organization, people, seed: int) -> None:
        self.organization, self.people, self.chance = organization, people, random.Random(seed)  # noqa: S311 -- a play that can be repeated, no secret
        self.taken: Counter[str] = Counter()

    def somebody(self):
        """A primary contact as often as anybody else: the others are nearly always refused."""
        mandates = Representative.objects.active().primary().filter(organization=self.organization)
        primary = [mandate.user for mandate in mandates.select_related("user").order_by("pk")]
        return self.chance.choice(self.chance.choice([primary or self.people, self.people]))

    def role(self) -> str:
        return self.chance.choice(RepresentativeRole.values)

    def mandate(self) -> Representative | None:
        rows = list(Representative.objects.filter(organization=self.organization).order_by("pk"))
        return self.chance.choice(rows) if rows else None

    def invitation(self) -> Invitation | None:
        rows = list(Invitation.objects.filter(organization=self.organization).order_by("pk"))
        waiting = [row for row in rows if row.status == InvitationStatus.OPEN]
        return self.chance.choice(waiting * 3 + rows) if rows else None

    def meant(self, invitation: Invitation):
        """Mostly whom it was sent to; chance alone would seldom find them."""
        asked = [person for person in self.people if person.email == invitation.email]
        return self.chance.choice([*asked * 5, *self.people])

    def whom(self) -> Invited:
        person = self.chance.choice(self.people)
        return Invited(person.name, person.email)

    def tries(self) -> dict[str, Callable]:
        mandate, invitation, by = self.mandate(), self.invitation(), self.somebody()
        role = self.role()
        on_invitation = {
            "accept": lambda: accept_invitation(invitation, by=self.meant(invitation), is_meant=True),
            "decline": lambda: decline_invitation(invitation, by=by),
            "withdraw": lambda: withdraw_invitation(invitation, by=by),
            "remind": lambda: remind_invited(invitation, by=by),
        }
        return {
            "invite": lambda: invite(self.organization, by=by, role=role, whom=self.whom()),
            "hand_over": lambda: hand_over(
                mandate, by=mandate.user, whom=self.whom(), role_afterwards=self.chance.choice(["", "editor"])
            ),
            "leave": lambda: leave(mandate, by=mandate.user),
            "end": lambda: end_representation(mandate, by=by),
            "change": lambda: change_mandate(mandate, by=by, role=role, mandate_until=None),
            **(on_invitation if invitation else {}),
        }

    def step(self) -> None:
        tries = self.tries()
        name = self.chance.choice([*tries, "accept"]) if "accept" in tries else self.chance.choice([*tries])
        do = tries[name]
        try:
            do()
        except PeopleRefused:
            self.taken["refused"] += 1
        else:
            self.taken[name] += 1

    def look(self) -> None:
        live = Representative.objects.live().filter(organization=self.organization)
        assert Representative.objects.reachable().primary().filter(organization=self.organization).exists()
        assert max(Counter(live.values_list("user", flat=True)).values()) == 1
        primary = set(live.primary().values_list("user", flat=True))
        handing = Invitation.objects.open().hand_overs().values_list("invited_by", flat=True)
        # Nobody hands over what they no longer have.
        assert set(handing) <= primary
        assert len(handing) == len(set(handing))


@pytest.fixture
def people(organization, rep):
    rep.name = "ตัวอย่าง คนแรก"
    rep.save()
    return [rep, *(person_at(f"person-{letter}@example.org", name=f"ตัวอย่าง {letter}") for letter in "abcd")]


@pytest.mark.parametrize("seed", range(8))
def test_it_is_never_left_alone_and_nobody_stands_there_twice(organization, people, seed):
    play = Play(organization, people, seed)
    for _step in range(STEPS):
        play.step()
        play.look()
    assert play.taken.total() - play.taken["refused"] > 3


def test_chance_reaches_every_step(organization, people):
    """Otherwise the invariants above would hold because nothing happens."""
    play = Play(organization, people, seed=2569)
    for _step in range(600):
        play.step()
    assert set(play.taken) == {"refused", *play.tries()}
    kinds = set(Invitation.objects.values_list("kind", "status"))
    assert (InvitationKind.HAND_OVER, InvitationStatus.ACCEPTED) in kinds
    # Each acceptance was told, and nothing was told twice.
    accepted = Invitation.objects.filter(status=InvitationStatus.ACCEPTED)
    for invitation in accepted.filter(kind=InvitationKind.HAND_OVER):
        assert OutgoingMail.objects.filter(kind="network.handed_over", person=invitation.invited_by).exists()
