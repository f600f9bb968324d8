"""Two that look alike and are two: said, and taken back."""

import pytest
from wagtail.log_actions import registry

from network.exceptions import MergeNotAllowed, MergeRecused, MergeRefused
from network.merging.apart import keep_apart, look_again
from network.models import NotTheSame
from tests.factories.network import RepresentativeFactory

pytestmark = pytest.mark.django_db


def test_it_is_said_once_whichever_comes_first(winner, loser, registrar):
    said = keep_apart(loser, winner, by=registrar, why=" คนละจังหวัด ")
    assert keep_apart(winner, loser, by=registrar) == said
    assert (said.one, said.other, said.by, said.why) == (winner, loser, registrar, "คนละจังหวัด")


def test_both_histories_tell_of_it(winner, loser, registrar):
    look_again(keep_apart(winner, loser, by=registrar), by=registrar)
    for organization, other in ((winner, loser), (loser, winner)):
        entries = registry.get_logs_for_instance(organization)
        assert {entry.action for entry in entries} == {
            "network.organization.apart",
            "network.organization.look_again",
        }
        assert all(other.name in entry.message for entry in entries)


def test_taking_it_back_twice_does_no_harm(winner, loser, registrar):
    said = keep_apart(winner, loser, by=registrar)
    look_again(said, by=registrar)
    look_again(NotTheSame(pk=1, one=winner, other=loser), by=registrar)
    assert not NotTheSame.objects.exists()


def test_an_organization_is_not_told_apart_from_itself(winner, registrar):
    with pytest.raises(MergeRefused):
        keep_apart(winner, winner, by=registrar)


def test_outsiders_and_whoever_acts_for_one_of_them_may_not(winner, loser, registrar, outsider):
    said = keep_apart(winner, loser, by=registrar)
    RepresentativeFactory(organization=loser, user=registrar)
    for act in (lambda by: keep_apart(winner, loser, by=by), lambda by: look_again(said, by=by)):
        with pytest.raises(MergeNotAllowed):
            act(outsider)
        with pytest.raises(MergeRecused):
            act(registrar)
