"""Reads of a profile: where it stands, and what differs between two versions of it, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from network.enums import ProfileStage
from network.models.organization import Organization
from portal.thai.months import ERA_OFFSET
from portal.thai.phones import format_phone

# What representatives keep up, in the order of the form. All else on the row is Wagtail's.
PROFILE_FIELDS = (
    "name",
    "name_en",
    "other_names",
    "year_started",
    "logo",
    "current_work",
    "current_work_en",
    "issues",
    "target_groups",
    "target_groups_en",
    "leader_name",
    "leader_visibility",
    "phone",
    "phone_visibility",
    "email",
    "email_visibility",
    "line_id",
    "line_visibility",
    "website",
    "website_visibility",
    "facebook",
    "facebook_visibility",
    "address",
    "address_en",
    "address_visibility",
)


@dataclass(frozen=True)
class ProfileState:
    """Where a profile stands: since when, sent or returned by whom, and the registrar's comment."""

    stage: ProfileStage
    since: datetime | None = None
    by: Any = None
    comment: str = ""


@dataclass(frozen=True)
class Change:
    """One field that differs; `old` and `new` are words to show, "" for nothing."""

    field: str
    label: str
    old: str
    new: str


def prefetched_profile_states(path: str = "") -> Prefetch:
    """Loads for a whole list what `profile_state` asks; `path` leads to the organization ("organization__")."""
    states = WorkflowState.objects.active().select_related(
        "requested_by", "current_task_state__finished_by", "current_task_state__task"
    )
    return Prefetch(f"{path}workflow_states", queryset=states, to_attr="_current_workflow_states")


def profile_state(organization: Organization) -> ProfileState:
    """Where the profile stands; one query, none after `prefetched_profile_states`."""
    workflow = organization.current_workflow_state
    if workflow:
        task = workflow.current_task_state
        if workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return ProfileState(ProfileStage.RETURNED, task.finished_at, task.finished_by, task.comment)
        return ProfileState(ProfileStage.WAITING, task.started_at, workflow.requested_by)
    if organization.has_unpublished_changes:
        return ProfileState(ProfileStage.UNSENT)
    if organization.live:
        return ProfileState(ProfileStage.PUBLISHED, organization.last_published_at)
    return ProfileState(ProfileStage.EMPTY)


def changes(old: Organization, new: Organization) -> list[Change]:
    """The profile fields that differ between two versions, in the order of the form."""
    found = []
    for name in PROFILE_FIELDS:
        before, after = in_words(old, name), in_words(new, name)
        # Two pictures are both "a picture" in words.
        if name == "logo" and before and after and old.logo.name != new.logo.name:
            before, after = _("the present picture"), _("a new picture")
        if before != after:
            label = capfirst(str(Organization._meta.get_field(name).verbose_name))
            found.append(Change(name, label, before, after))
    return found


def in_words(organization: Organization, name: str) -> str:
    """A field's value as the active language's readers know it."""
    value = getattr(organization, name)
    if name == "issues":
        return ", ".join(str(issue) for issue in sorted(value.all(), key=lambda issue: issue.slug))
    if name == "logo":
        return _("a picture") if value else ""
    if name == "year_started":
        return str(shown_year(value)) if value else ""
    if name == "phone":
        return format_phone(value, get_language() or "th")
    if name.endswith("_visibility"):
        return str(getattr(organization, f"get_{name}_display")())
    # Browsers send CR LF, the CMS and imports LF: the same text must not look changed.
    return str(value or "").replace("\r\n", "\n")


def shown_year(year: int) -> int:
    """A year of the common era as the active language counts it."""
    return year + ERA_OFFSET if (get_language() or "th").startswith("th") else year
