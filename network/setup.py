"""What every portal with the network needs: the registrars, and the workflow in which they check profiles."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from network.enums import REGISTRARS
from network.models import Organization

WORKFLOW = "ตรวจข้อมูลองค์กร"
TASK = "นายทะเบียนตรวจข้อมูล"

PERMISSIONS = {
    "wagtailadmin": ["access_admin"],
    "network": [
        *[f"{verb}_organization" for verb in ("view", "add", "change", "publish", "lock", "unlock")],
        *[f"{verb}_registerentry" for verb in ("view", "add", "change")],
        *[f"{verb}_representative" for verb in ("view", "add", "change")],
        *[f"{verb}_coordinationcentre" for verb in ("view", "add", "change")],
        *[f"{verb}_issue" for verb in ("view", "add", "change")],
        "view_province",
        "change_province",
        "change_membershipsettings",
    ],
}


def set_up_registrars() -> None:
    """The group with its permissions; a group that has any already is left as its owners made it."""
    group, _made = Group.objects.get_or_create(name=REGISTRARS)
    if not group.permissions.exists():
        for app, names in PERMISSIONS.items():
            group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename__in=names))


def set_up_workflow() -> None:
    """The workflow for organizations, unless one is assigned already."""
    kind = ContentType.objects.get_for_model(Organization)
    if WorkflowContentType.objects.filter(content_type=kind).exists():
        return
    workflow, made = Workflow.objects.get_or_create(name=WORKFLOW)
    if made:
        task = GroupApprovalTask.objects.create(name=TASK)
        task.groups.add(Group.objects.get(name=REGISTRARS))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowContentType.objects.create(content_type=kind, workflow=workflow)


def set_up() -> None:
    set_up_registrars()
    set_up_workflow()
