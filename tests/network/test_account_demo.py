"""The demo's representatives and the two profiles on their way."""

import pytest

from network.demo import representatives as demo
from network.enums import REGISTRARS, ProfileStage
from network.models import Organization, Representative
from network.models.profile import profile_state
from portal.models import User
from tests.factories.network import OrganizationFactory

SLUGS = [demo.RIVER, demo.WELLBEING, demo.ROWERS, demo.SALT]


def stage(slug):
    return profile_state(Organization.objects.get(entry__slug=slug)).stage


@pytest.fixture
def loaded(workflow):
    for slug in SLUGS:
        OrganizationFactory(entry__slug=slug)
    demo.load_representatives()


def test_the_demo_has_a_profile_in_every_state_and_two_people_for_each_of_two(loaded):
    assert [stage(slug) for slug in SLUGS] == [
        ProfileStage.PUBLISHED,
        ProfileStage.PUBLISHED,
        ProfileStage.WAITING,
        ProfileStage.RETURNED,
    ]
    rep = User.objects.get(email="rep@example.org")
    assert {m.organization.entry.slug for m in Representative.objects.of(rep).active()} == {demo.RIVER, demo.WELLBEING}
    for slug in (demo.RIVER, demo.WELLBEING):
        assert Representative.objects.active().filter(organization__entry__slug=slug).count() == 2
    assert User.objects.get(email="registrar@example.org").groups.get().name == REGISTRARS


def test_loading_again_changes_nothing(loaded):
    before = [(o.pk, o.revisions.count(), o.workflow_states.count()) for o in Organization.objects.order_by("pk")]
    demo.load_representatives()
    assert [
        (o.pk, o.revisions.count(), o.workflow_states.count()) for o in Organization.objects.order_by("pk")
    ] == before
    assert Representative.objects.count() == len(demo.MANDATES)


def test_without_the_sample_organizations_only_the_people_come(workflow):
    demo.load_representatives()
    assert User.objects.filter(email="rep@example.org").exists()
    assert not Representative.objects.exists()
