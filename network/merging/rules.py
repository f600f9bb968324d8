"""What a merge does with each relation; what no rule names moves to the organization that stays.

Where a constraint lets only one of two rows stand, the rule settles it, or the merge is refused until a person has.
"""

from collections.abc import Iterable
from functools import partial

from network.merging.clashes import Clash, MergeRule, Settlement
from network.merging.relations import Relation, relations, unnamed_pointers
from network.merging.settling import (
    decide_first,
    one_claim,
    one_invitation,
    one_mandate,
    says_the_same,
    settle_first,
)
from network.merging.terms import one_membership, taken_up_again
from portal.hooks import answers

stays = partial(MergeRule, stays=True)
RULES = [
    # The register's row has the old address, which leads on.
    stays("network.RegisterEntry.organization"),
    # Merges and answers tell what was; readers follow them to the end (`Merge.objects.winners`).
    *map(stays, ("network.Merge.winner", "network.Merge.loser", "network.NotTheSame.one", "network.NotTheSame.other")),
    # Versions, and what was decided on them, are of the row that they are versions of. Its history is read along.
    *map(stays, ("wagtailcore.Revision.content_object", "wagtailcore.WorkflowState.content_object")),
    # Made from the row, or while somebody has it open.
    *map(stays, ("wagtailsearch.IndexEntry.content_object", "wagtailadmin.EditingSession.content_object")),
    stays("wagtailadmin.FormState.content_object"),
    MergeRule("taggit.TaggedItem.content_object", settle=says_the_same),
    MergeRule("network.Representative.organization", settle=one_mandate),
    MergeRule("network.Claim.organization", settle=one_claim),
    MergeRule("network.Invitation.organization", settle=one_invitation),
    MergeRule("network.Membership.organization", settle=one_membership, undone=taken_up_again),
    MergeRule("network.MembershipApplication.organization", settle=decide_first),
]

# Say of what kind something is, and point at no row; or tell the past of a row, and are read along with it; or are
# made anew from the rows that they index.
NO_POINTERS = {
    *("auth.Permission.content_type", "wagtailcore.Page.content_type", "wagtailcore.PageLogEntry.content_type"),
    *("wagtailcore.Task.content_type", "wagtailcore.TaskState.content_type"),
    *("wagtailcore.UploadedFile.for_content_type", "wagtailcore.WorkflowContentType.content_type"),
    *("wagtailcore.Revision.base_content_type", "wagtailcore.Revision.content_type"),
    *("wagtailcore.WorkflowState.base_content_type", "wagtailcore.WorkflowState.content_type"),
    *("wagtail_localize.TranslatableObject.content_type", "wagtail_localize.TranslationSource.specific_content_type"),
    "wagtailcore.ModelLogEntry.content_type",
    *(f"wagtailcore.ReferenceIndex.{name}" for name in ("base_content_type", "content_type", "to_content_type")),
}


def rules() -> dict[str, MergeRule]:
    """The rule of each relation that has one, by its name; a plugin's word counts more than ours."""
    given: Iterable[MergeRule] = (rule for answer in answers("register_merge_rules") for rule in answer)
    return {rule.relation: rule for rule in (*RULES, *given)}


def without_rule() -> list[str]:
    """Relations of which a merge would not know what to do with two rows, and pointers that nobody has judged."""
    known = rules()
    open_ones = [relation.name for relation in relations() if relation.name not in known and not _copes(relation)]
    return [*open_ones, *(name for name in unnamed_pointers() if name not in NO_POINTERS)]


def _copes(relation: Relation) -> bool:
    """Its rows simply move, or are the ties of a many-to-many field, where two say the same as one."""
    return bool(relation.model._meta.auto_created) or not any(relation.uniques())


def settlement(clash: Clash, rule: MergeRule | None) -> Settlement:
    """What becomes of a clash of a relation that has this rule, or none."""
    if rule and rule.settle:
        return rule.settle(clash)
    return says_the_same(clash) if clash.relation.model._meta.auto_created else settle_first(clash)
