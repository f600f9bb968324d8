"""Everything that points at an organization is known, and a merge knows what to do with each."""

import pytest
from django.apps import apps

from network.checks import merges_know_every_relation
from network.merging import rules
from network.merging.clashes import MergeRule
from network.merging.relations import relations
from network.models import Organization

# A new model that points at an organization comes here on purpose: does its row move, and may two of them stand?
MOVES = {
    "events.Delegate.organization",
    "network.Claim.organization",
    "network.ImportRow.organization",
    "network.ImportRow.same_as",
    "network.Invitation.organization",
    "network.Membership.organization",
    "network.MembershipApplication.organization",
    "network.Representative.organization",
    "taggit.TaggedItem.content_object",
}
STAYS = {
    "network.Merge.loser",
    "network.Merge.winner",
    "network.NotTheSame.one",
    "network.NotTheSame.other",
    "network.RegisterEntry.organization",
    "wagtailadmin.EditingSession.content_object",
    "wagtailadmin.FormState.content_object",
    "wagtailcore.Revision.content_object",
    "wagtailcore.WorkflowState.content_object",
    "wagtailsearch.IndexEntry.content_object",
}


def test_every_relation_is_found_and_moves_or_stays_on_purpose():
    known = rules.rules()
    found = {relation.name for relation in relations()}
    staying = {name for name in found if name in known and known[name].stays}
    assert (found - staying, staying) == (MOVES, STAYS)


def test_every_foreign_key_to_an_organization_is_among_them():
    own = Organization.issues.through
    keys = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if field.related_model is Organization and model is not own
    }
    assert keys <= {relation.name for relation in relations()}
    assert "network.NotTheSame.one" in keys


def test_no_rule_is_missing():
    assert rules.without_rule() == []
    assert merges_know_every_relation() == []


def test_a_relation_of_which_only_one_row_may_stand_needs_a_rule(monkeypatch):
    without = [rule for rule in rules.RULES if rule.relation != "network.Claim.organization"]
    monkeypatch.setattr(rules, "RULES", without)
    assert rules.without_rule() == ["network.Claim.organization"]
    assert [warning.id for warning in merges_know_every_relation()] == ["network.W002"]


def test_a_pointer_that_is_no_key_has_to_be_judged(monkeypatch):
    monkeypatch.setattr(rules, "NO_POINTERS", rules.NO_POINTERS - {"wagtailcore.ModelLogEntry.content_type"})
    assert rules.without_rule() == ["wagtailcore.ModelLogEntry.content_type"]


def test_a_plugins_rule_counts_more_than_ours(monkeypatch):
    theirs = MergeRule("network.Claim.organization", stays=True)
    monkeypatch.setattr(rules, "answers", lambda name: [[theirs]])
    assert rules.rules()["network.Claim.organization"] is theirs


@pytest.mark.django_db
def test_a_generic_key_finds_its_rows_by_kind_and_number(organization, rep):
    organization.save_revision(user=rep)
    found = {relation.name: relation for relation in relations()}
    rows = found["wagtailcore.Revision.content_object"].rows(organization)
    assert [str(row.object_id) for row in rows] == [str(organization.pk)]
