"""Whatever two organizations have: after a merge it is the winner's, and after an undo the database is as before.

Hypothesis makes up what they have.
"""

from contextlib import suppress
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from network.enums import (
    ApplicationKind,
    ApplicationStatus,
    ClaimStatus,
    EntryStatus,
    InvitationStatus,
    RepresentativeRole,
    RepresentativeStatus,
)
from network.exceptions import MergeRefused
from network.merging.merging import merge_organizations
from network.merging.relations import relations
from network.merging.rules import rules
from network.merging.undoing import undo_merge
from network.models import MembershipSettings, Organization
from portal.models.identity import Identity
from tests.factories.holding import InvitationFactory
from tests.factories.membership import ApplicationFactory, ClaimFactory, MembershipFactory, TierFactory
from tests.factories.network import IssueFactory, OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.merging.dumps import dump

pytestmark = pytest.mark.django_db
SIDE = st.booleans()
WHO = st.integers(0, 2)
DAYS = st.sampled_from([None, date(2027, 1, 1), date(2028, 1, 1)])
WORDS = st.sampled_from(["", "ก", "ข"])
MANDATES = st.tuples(SIDE, WHO, st.sampled_from(RepresentativeRole), st.sampled_from(RepresentativeStatus))
CLAIMS = st.tuples(SIDE, WHO, st.sampled_from(ClaimStatus))
TERMS = st.tuples(SIDE, st.sampled_from(ApplicationKind), DAYS, st.booleans())
CASES = st.tuples(SIDE, st.sampled_from(ApplicationKind), st.sampled_from(ApplicationStatus))
INVITED = st.tuples(SIDE, WHO, st.sampled_from(InvitationStatus))
PROFILES = st.fixed_dictionaries(
    dict.fromkeys(("name_en", "other_names", "current_work", "phone", "leader_name"), WORDS)
)
CHOICES = st.dictionaries(
    st.sampled_from(["name", "name_en", "phone", "current_work", "other_names", "issues", "legal_form"]),
    st.sampled_from(["winner", "loser", "both"]),
)


class Ours:
    """Two organizations with what an example gives them; what no database would hold is left out."""

    def __init__(self) -> None:
        self.pair = (OrganizationFactory(), OrganizationFactory())
        self.people = UserFactory.create_batch(3)

    def add(self, make, side, **fields) -> None:
        # A constraint says no: such a row cannot be.
        with suppress(IntegrityError), transaction.atomic():
            make(organization=self.pair[side], **fields)

    def say(self, side, words, issues) -> None:
        row = self.pair[side]
        for name, text in words.items():
            setattr(row, name, text)
        row.issues.set(issues)
        row.save()


@pytest.fixture(autouse=True)
def _settled(workflow):
    MembershipSettings.load()
    Identity.load()
    for kind in ApplicationKind:
        TierFactory(kind=kind)


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    mandates=st.lists(MANDATES, max_size=5),
    claims=st.lists(CLAIMS, max_size=3),
    terms=st.lists(TERMS, max_size=3),
    cases=st.lists(CASES, max_size=2),
    invited=st.lists(INVITED, max_size=3),
    profiles=st.tuples(PROFILES, PROFILES),
    choices=CHOICES,
)
def test_nothing_is_lost_and_an_undo_gives_the_database_of_before(
    registrar, mandates, claims, terms, cases, invited, profiles, choices
):
    with transaction.atomic():
        ours = Ours()
        for side, who, role, status in mandates:
            ours.add(RepresentativeFactory, side, user=ours.people[who], role=role, status=status)
        for side, who, status in claims:
            ours.add(ClaimFactory, side, claimant=ours.people[who], status=status)
        for side, kind, ends_on, closed in terms:
            ours.add(MembershipFactory, side, tier=TierFactory(kind=kind), ends_on=ends_on, closed=closed)
        for side, kind, status in cases:
            ours.add(ApplicationFactory, side, kind=kind, status=status, applicant=ours.people[0])
        for side, who, status in invited:
            email = f"invited{who}@example.org"
            ours.add(InvitationFactory, side, email=email, status=status, invited_by=ours.people[2])
        issues = IssueFactory.create_batch(2)
        for side in (0, 1):
            ours.say(side, profiles[side], issues[: side + 1])
        check(*ours.pair, registrar, choices)
        # The next example begins with the same tables.
        transaction.set_rollback(True)


def check(winner, loser, registrar, choices) -> None:
    pointing = keys_of(winner), keys_of(loser)
    before = dump()
    merge = None
    with suppress(MergeRefused):
        merge = merge_organizations(winner, loser, by=registrar, choices=choices)
    if merge is None:
        assert dump() == before
        return
    both = {name: pointing[0][name] | pointing[1][name] for name in pointing[0]}
    assert keys_of(winner) == both
    assert not any(keys_of(loser).values())
    assert loser not in Organization.objects.listed()
    assert undo_merge(merge, by=registrar).left == []
    assert dump() == before
    assert Organization.objects.get(pk=loser.pk).entry.status == EntryStatus.LISTED


def keys_of(organization) -> dict[str, set]:
    """The rows that move with an organization, by relation."""
    known = rules()
    return {
        relation.name: set(relation.rows(organization).values_list("pk", flat=True))
        for relation in relations()
        if not (relation.name in known and known[relation.name].stays)
    }
