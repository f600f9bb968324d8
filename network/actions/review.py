"""What makes an approval cover exactly the version that the registrar read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from wagtail.models import TaskState

from network.actions.profile import locked
from network.exceptions import NotWaiting, StaleReview
from network.models import Organization


@contextmanager
def approved_as_read(organization: Organization, task_state: TaskState) -> Iterator[None]:
    """Decide inside: the row is locked, and the task's revision is the latest and untouched since it was sent.

    Wagtail publishes the latest revision whatever was reviewed, and lets a revision be overwritten in place.
    Raises NotWaiting or StaleReview; then nothing is decided.
    """
    with transaction.atomic():
        present = locked(organization)
        current = present.current_workflow_task_state
        if current is None:
            raise NotWaiting
        if current.pk != task_state.pk or not _is_as_sent(present, current):
            raise StaleReview
        yield


def adopt_for_review(organization: Organization) -> TaskState:
    """Point the running task at the latest revision, which the registrar has just saved from the open form."""
    task_state = organization.current_workflow_task_state
    if task_state is None:
        raise NotWaiting
    latest = organization.latest_revision
    if task_state.revision_id != latest.pk or latest.created_at > task_state.started_at:
        task_state.revision = latest
        task_state.save(update_fields=["revision"])
    return task_state


def _is_as_sent(organization: Organization, task_state: TaskState) -> bool:
    revision = organization.latest_revision
    return task_state.revision_id == revision.pk and revision.created_at <= task_state.started_at
