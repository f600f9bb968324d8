"""What every portal with events needs: event staff, what editors may do, and the workflow. Safe to repeat."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from events.enums import EVENT_STAFF, EVENT_WORKFLOW
from events.models import Event
from home.enums import AUTHORS, EDITORS

WRITING = ["view_event", "add_event", "change_event"]
PUBLISHING = [*WRITING, "publish_event", "lock_event", "unlock_event"]
# Delegates' personal data is for event staff alone.
RIGHTS = {
    EVENT_STAFF: [*PUBLISHING, "view_delegate", "enter_delegate", "change_eventrules"],
    EDITORS: PUBLISHING,
    AUTHORS: WRITING,
}


@transaction.atomic
def set_up() -> None:
    """Rights are given once, with the event staff's group; what was taken away later stays away."""
    group, made = Group.objects.get_or_create(name=EVENT_STAFF)
    # A group whose rights were all taken away counts as new, else a portal could lock itself out.
    if made or not group.permissions.exists():
        give_rights()
    set_up_workflow()


def give_rights() -> None:
    Group.objects.get(name=EVENT_STAFF).permissions.add(Permission.objects.get(codename="access_admin"))
    for name, codenames in RIGHTS.items():
        rights = Permission.objects.filter(content_type__app_label="events", codename__in=codenames)
        Group.objects.get_or_create(name=name)[0].permissions.add(*rights)


def set_up_workflow() -> None:
    """One approval by editors or event staff, unless the council has assigned a workflow of its own."""
    kind = ContentType.objects.get_for_model(Event)
    # The council may have put a workflow of its own in the place of ours.
    if WorkflowContentType.objects.filter(content_type=kind).exists():
        return
    workflow, made = Workflow.objects.get_or_create(name=EVENT_WORKFLOW)
    if made:
        task = GroupApprovalTask.objects.create(name=EVENT_WORKFLOW)
        task.groups.add(*Group.objects.filter(name__in=[EVENT_STAFF, EDITORS]))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowContentType.objects.create(content_type=kind, workflow=workflow)
