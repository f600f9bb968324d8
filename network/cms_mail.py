"""Wagtail's workflow mails, silent about organizations, whose mails are in `network.mail`."""

from wagtail.admin import mail
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from network.models import Organization


# Ours say more, in the reader's language, and stand in the outbox; two mails for one event would annoy.
class SilentAboutOrganizations:
    def can_handle(self, instance, **kwargs) -> bool:
        state = getattr(instance, "workflow_state", instance)
        if isinstance(state.content_object, Organization):
            return False
        return super().can_handle(instance, **kwargs)


class TaskSubmitted(SilentAboutOrganizations, mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


class Submitted(SilentAboutOrganizations, mail.WorkflowStateSubmissionEmailNotifier):
    pass


class Approved(SilentAboutOrganizations, mail.WorkflowStateApprovalEmailNotifier):
    pass


class Rejected(SilentAboutOrganizations, mail.WorkflowStateRejectionEmailNotifier):
    pass


RECEIVERS = [
    (task_submitted, TaskState, TaskSubmitted(), "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, Submitted(), "workflow_state_submitted_email_notification"),
    (workflow_approved, WorkflowState, Approved(), "workflow_state_approved_email_notification"),
    (workflow_rejected, WorkflowState, Rejected(), "workflow_state_rejected_email_notification"),
]


def connect() -> None:
    """Under Wagtail's own identifiers: the first to connect stays, and this app is ready before Wagtail's admin."""
    for signal, sender, receiver, uid in RECEIVERS:
        signal.connect(receiver, sender=sender, dispatch_uid=uid)
