"""Two organizations that look alike and are two: said once, so that nobody has to look at them again."""

from django.db import transaction
from wagtail.log_actions import log

from network.exceptions import MergeNotAllowed, MergeRecused, MergeRefused
from network.models import NotTheSame, Organization
from network.permissions import user_is_recused, user_merges
from portal.models import User


def keep_apart(one: Organization, other: Organization, *, by: User, why: str = "") -> NotTheSame:
    """They are no longer a likely pair; saying it again keeps what was said first.

    Raises:
        MergeNotAllowed, MergeRecused: the person may not.
        MergeRefused: it is one and the same row.
    """
    _check(by, one, other)
    if one.pk == other.pk:
        raise MergeRefused
    low, high = sorted((one, other), key=lambda organization: organization.pk)
    with transaction.atomic():
        said, is_new = NotTheSame.objects.get_or_create(
            one=low, other=high, defaults={"by": by, "why": why.strip()[:300]}
        )
        if is_new:
            _log("network.organization.apart", said, by)
    return said


def look_again(said: NotTheSame, *, by: User) -> None:
    """They may be one after all: the pair is likely again; harmless when it is already.

    Raises:
        MergeNotAllowed, MergeRecused: the person may not.
    """
    _check(by, said.one, said.other)
    with transaction.atomic():
        present = NotTheSame.objects.select_for_update(of=("self",)).filter(pk=said.pk).first()
        if present:
            _log("network.organization.look_again", present, by)
            present.delete()


def _check(by: User, one: Organization, other: Organization) -> None:
    if not user_merges(by):
        raise MergeNotAllowed
    if user_is_recused(by, one, other):
        raise MergeRecused


def _log(action: str, said: NotTheSame, by: User) -> None:
    for organization, other in ((said.one, said.other), (said.other, said.one)):
        log(instance=organization, action=action, user=by, data={"other": str(other), "why": said.why})
