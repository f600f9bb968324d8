"""What every portal with the network needs: the registrars, and the workflow in which they check profiles."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from network.enums import REGISTRARS, ApplicationKind
from network.models import Organization, PrivacyNotice, Tier
from network.search.texts import refresh

WORKFLOW = "ตรวจข้อมูลองค์กร"
TASK = "นายทะเบียนตรวจข้อมูล"

PRIVACY_NOTICE = Path(__file__).with_name("privacy_notice.toml")
TIERS: dict[str, dict[str, Any]] = {
    ApplicationKind.NATIONAL: {
        "name": "สมาชิกระดับประเทศ",
        "name_en": "Member of the national council",
        "months": 24,
        "fee": Decimal(2000),
    },
    ApplicationKind.PROVINCIAL: {
        "name": "องค์กรในเครือข่ายจังหวัด",
        "name_en": "Registered with the provincial network",
    },
}

PERMISSIONS = {
    "wagtailadmin": ["access_admin"],
    "portal": ["view_outgoingmail", "change_outgoingmail", "view_lettertext", "change_lettertext", "change_postrules"],
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


# Came with the membership work: a group from before it has none of these.
MEMBERSHIP_PERMISSIONS = [
    "view_membershipapplication",
    "decide_membershipapplication",
    "file_membershipapplication",
    "view_claim",
    "view_district",
    "view_subdistrict",
    "view_membership",
    *[f"{verb}_coordinator" for verb in ("view", "add", "change")],
    *[f"{verb}_privacynotice" for verb in ("view", "add")],
    *[f"{verb}_tier" for verb in ("view", "change")],
]


# Came with the merging of organizations.
MERGE_PERMISSIONS = ["merge_organization"]


def set_up_registrars() -> None:
    """The group with its permissions; a group that has any already is left as its owners made it."""
    group, _made = Group.objects.get_or_create(name=REGISTRARS)
    if not group.permissions.exists():
        for app, names in PERMISSIONS.items():
            group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename__in=names))
    for names in (MEMBERSHIP_PERMISSIONS, MERGE_PERMISSIONS):
        if not group.permissions.filter(codename__in=names).exists():
            group.permissions.add(*Permission.objects.filter(content_type__app_label="network", codename__in=names))


def make_findable() -> None:
    """Fill the search columns of the register: an upgrade may have added one, or changed the rules that make them."""
    refresh()


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


def set_up_tiers() -> None:
    """The two ways of joining; the fee and the term are the council's to change (source: domain page, section 3)."""
    for kind, row in TIERS.items():
        Tier.objects.get_or_create(kind=kind, defaults=row)


def set_up_privacy_notice() -> None:
    """A first version, so that applicants are told from the first day."""
    if not PrivacyNotice.objects.exists():
        PrivacyNotice.objects.create(**tomllib.loads(PRIVACY_NOTICE.read_text(encoding="utf-8")))


def set_up() -> None:
    set_up_registrars()
    set_up_workflow()
    set_up_tiers()
    set_up_privacy_notice()
