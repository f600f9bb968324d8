"""What makes an approval cover exactly the version that the approver read, for any snippet with a workflow."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from wagtail.models import TaskState, WorkflowMixin

from portal.exceptions import NoLongerWaiting, StaleReview


@contextmanager
def approved_as_read(reviewed: WorkflowMixin, task_state: TaskState) -> Iterator[None]:
    """Decide inside: the row is locked, and the task's revision is the latest and untouched since it was sent.

    Wagtail publishes the latest revision whatever was reviewed, and lets a revision be overwritten in place.
    Raises NoLongerWaiting or StaleReview; then nothing is decided.
    """
    with transaction.atomic():
        present = locked(reviewed)
        current = present.current_workflow_task_state
        if current is None:
            raise NoLongerWaiting
        # A newer task: it was withdrawn and sent again while somebody read the first version.
        if current.pk != task_state.pk or not _is_as_sent(present, current):
            raise StaleReview
        yield


def adopt_for_review(reviewed: WorkflowMixin) -> TaskState:
    """Point the running task at the latest revision, which the approver has just saved from the open form."""
    task_state = reviewed.current_workflow_task_state
    if task_state is None:
        raise NoLongerWaiting
    latest = reviewed.latest_revision
    # Saved from the same form in the same transaction: what is approved is what is on the screen.
    if task_state.revision_id != latest.pk or latest.created_at > task_state.started_at:
        task_state.revision = latest
        task_state.save(update_fields=["revision"])
    return task_state


def locked[Row: WorkflowMixin](row: Row) -> Row:
    """The row as it is now, locked until the transaction ends."""
    # Read again: the row in memory may be as old as the page.
    return type(row)._default_manager.select_for_update().get(pk=row.pk)


def _is_as_sent(reviewed: WorkflowMixin, task_state: TaskState) -> bool:
    revision = reviewed.latest_revision
    return task_state.revision_id == revision.pk and revision.created_at <= task_state.started_at
