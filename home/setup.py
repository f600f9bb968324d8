"""What every portal's pages need before anyone edits: languages, first pages, groups, a workflow. Safe to repeat."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.enums import AUTHORS, EDITORS
from home.models import HomePage
from portal.models import Identity

WORKFLOW = "บรรณาธิการตรวจก่อนเผยแพร่"
# What all pages and all files stand below; Wagtail's first migrations call both "Root".
ALL_PAGES = "หน้าทั้งหมด"
ALL_FILES = "คลังรวม"
# Wagtail's own first rows, in English and bound to groups that nobody is in.
WAGTAIL_WORKFLOW = "Moderators approval"
WAGTAIL_GROUPS = ["Editors", "Moderators"]

PAGE_RIGHTS = {
    EDITORS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    AUTHORS: ["add_page"],
}
FILE_RIGHTS = {
    EDITORS: ["add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"],
    AUTHORS: ["add_image", "choose_image", "add_document", "choose_document"],
}
RIGHTS = {
    EDITORS: ["wagtailadmin.access_admin", "wagtail_localize.submit_translation", "portal.change_identity"],
    AUTHORS: ["wagtailadmin.access_admin"],
}


@transaction.atomic
def make_first_pages() -> None:
    """Both languages, and a bare live home page in each, so that neither language ever dead-ends."""
    thai, english = (Locale.objects.get_or_create(language_code=code)[0] for code in ("th", "en"))
    home = HomePage.objects.filter(locale=thai, depth=2).first() or make_home(thai)
    make_site(home)
    name_roots()
    if not home.has_translation(english):
        make_english_home(home, english)


def make_home(thai: Locale) -> HomePage:
    root = Page.get_first_root_node()
    # By type: a page that people have made there is one of ours, never Wagtail's plain one.
    welcome = Page.objects.filter(depth=2, content_type__model="page")
    home = root.add_child(instance=HomePage(title=Identity.load().name, slug="th", locale=thai))
    # The page that Wagtail's first migration makes; its site must have another root before it goes.
    Site.objects.filter(root_page__in=welcome).update(root_page=home)
    for page in welcome:
        page.delete()
    home.save_revision().publish()
    return home


def make_english_home(home: HomePage, english: Locale) -> None:
    # Live at once though it says little: a language without a home is a dead end.
    translated = home.copy_for_translation(english)
    translated.title, translated.slug = Identity.load().name_en, "en"
    translated.save_revision().publish()


def make_site(home: HomePage) -> None:
    """One site at BASE_URL; an existing one keeps what people have set, Wagtail's `localhost` gets the address."""
    address = urlsplit(settings.BASE_URL)
    known = {"hostname": address.hostname, "port": address.port or (443 if address.scheme == "https" else 80)}
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(root_page=home, is_default_site=True, **known)
    elif site.hostname == "localhost" and not site.site_name:
        Site.objects.filter(pk=site.pk).update(**known)
        Site.clear_site_root_paths_cache()


def name_roots() -> None:
    """In the editors' language, unless somebody has named them already."""
    Page.objects.filter(depth=1, title="Root").update(title=ALL_PAGES, draft_title=ALL_PAGES)
    Collection.objects.filter(depth=1, name="Root").update(name=ALL_FILES)


@transaction.atomic
def make_groups() -> None:
    """Editors publish; authors write and hand in, and editors approve. Rights that were taken away stay away."""
    for name in (EDITORS, AUTHORS):
        group, created = Group.objects.get_or_create(name=name)
        # Rights that somebody took away stay away; a group without any is one that was never set up.
        if created or not group.permissions.exists():
            give_rights(group)
    make_workflow(Group.objects.get(name=EDITORS))


def give_rights(group: Group) -> None:
    group.permissions.add(*[permission(name) for name in RIGHTS[group.name]])
    root = Page.get_first_root_node()
    for codename in PAGE_RIGHTS[group.name]:
        right = permission(f"wagtailcore.{codename}")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=right)
    for codename in FILE_RIGHTS[group.name]:
        app = "wagtailimages" if codename.endswith("image") else "wagtaildocs"
        right = permission(f"{app}.{codename}")
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=right
        )


def permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def make_workflow(editors: Group) -> None:
    """One approval by an editor for all pages, in the place of Wagtail's first workflow."""
    Workflow.objects.filter(name=WAGTAIL_WORKFLOW).delete()
    GroupApprovalTask.objects.filter(name=WAGTAIL_WORKFLOW).delete()
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
    if WorkflowPage.objects.filter(page__depth=1).exists() or Workflow.objects.filter(name=WORKFLOW).exists():
        return
    task = GroupApprovalTask.objects.create(name=WORKFLOW)
    task.groups.add(editors)
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=Page.get_first_root_node())
