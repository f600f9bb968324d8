"""What every portal with the network needs: the registrars, and the workflow in which they check profiles."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from network.enums import REGISTRARS, TREASURERS, ApplicationKind
from network.models import Fee, Organization, PrivacyNotice, Tier
from network.search.texts import refresh

WORKFLOW = "ตรวจข้อมูลองค์กร"
TASK = "นายทะเบียนตรวจข้อมูล"

PRIVACY_NOTICE = Path(__file__).with_name("privacy_notice.toml")
TIERS: dict[str, dict[str, Any]] = {
    ApplicationKind.NATIONAL: {
        "name": "สมาชิกระดับประเทศ",
        "name_en": "Member of the national council",
    },
    ApplicationKind.PROVINCIAL: {
        "name": "องค์กรในเครือข่ายจังหวัด",
        "name_en": "Registered with the provincial network",
    },
}

# The fee and the day on which the council declared it (source: domain page, section 1).
FIRST_FEES: dict[str, dict[str, Any]] = {
    ApplicationKind.NATIONAL: {"amount": Decimal(2000), "months": 24},
    ApplicationKind.PROVINCIAL: {"amount": Decimal(0), "months": None},
}
FIRST_FEES_FROM = date(2020, 8, 14)

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

# Came with the payments. Registrars read them, slips too, but decide none.
FEE_PERMISSIONS = ["view_payment", "view_receipt", *[f"{verb}_fee" for verb in ("view", "add", "change")]]

TREASURER_PERMISSIONS = {
    "wagtailadmin": ["access_admin"],
    "network": ["view_payment", "verify_payment", "view_receipt", "void_receipt", "view_fee", "view_tier"],
}

# Came with the invitations.
PEOPLE_PERMISSIONS = ["view_invitation", "add_invitation"]

# Came with the merging of organizations, and with the import of lists.
MERGE_PERMISSIONS = ["merge_organization"]
IMPORT_PERMISSIONS = ["import_organization"]

# Each set came with a release: a group that has some of it was changed by its owners, and is left alone.
LATER_PERMISSIONS = (
    MEMBERSHIP_PERMISSIONS,
    MERGE_PERMISSIONS,
    IMPORT_PERMISSIONS,
    FEE_PERMISSIONS,
    PEOPLE_PERMISSIONS,
)


def set_up_registrars() -> None:
    """The group with its permissions; a group that has any already is left as its owners made it."""
    later = [{"network": names} for names in LATER_PERMISSIONS]
    give(Group.objects.get_or_create(name=REGISTRARS)[0], PERMISSIONS, *later)


def set_up_treasurers() -> None:
    """The group that verifies payments; one that has any right already is left as its owners made it."""
    give(Group.objects.get_or_create(name=TREASURERS)[0], TREASURER_PERMISSIONS)


def give(group: Group, first: dict[str, list[str]], *later: dict[str, list[str]]) -> None:
    """The permissions `first`, names by app, to a group without any; of each of `later` all, where it has none."""
    own = set(group.permissions.values_list("content_type__app_label", "codename"))
    sets = [{(app, name) for app, names in given.items() for name in names} for given in (first, *later)]
    wanted = set() if own else sets[0]
    wanted = wanted.union(*(names for names in sets[1:] if not names & own))
    if wanted:
        named = Q()
        for app in {app for app, _name in wanted}:
            named |= Q(content_type__app_label=app, codename__in=[name for of, name in wanted if of == app])
        group.permissions.add(*Permission.objects.filter(named))


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
    """The two ways of joining with a first fee; both are the council's to change (source: domain page, section 3)."""
    for kind, row in TIERS.items():
        tier, _made = Tier.objects.get_or_create(kind=kind, defaults=row)
        if not tier.fees.exists():
            Fee.objects.create(tier=tier, valid_from=FIRST_FEES_FROM, **FIRST_FEES[kind])


def set_up_privacy_notice() -> None:
    """A first version, so that applicants are told from the first day."""
    if not PrivacyNotice.objects.exists():
        PrivacyNotice.objects.create(**tomllib.loads(PRIVACY_NOTICE.read_text(encoding="utf-8")))


def set_up() -> None:
    set_up_registrars()
    set_up_workflow()
    set_up_tiers()
    set_up_privacy_notice()
