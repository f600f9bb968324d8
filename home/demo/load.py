"""Loads the demo's pages once: where pages exist below the home page, nothing is touched."""

from pathlib import Path

from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.images.models import Image
from wagtail.models import Locale, Page

from home.demo import content
from home.demo.content import FOLDER, Writer
from home.demo.pages import HOME, Plan, plans
from home.demo.translate import publish_translation
from home.enums import EDITORS
from home.models import HomePage
from home.pictures import CARD, SIZES
from portal.demo import demo_user
from portal.models import Identity

PICTURES = ("emblem", "sharing_image")


def load_people() -> None:
    demo_user("editor@example.org", "บรรณาธิการ (ตัวอย่าง)", groups=(EDITORS,))


@transaction.atomic
def load_pages() -> None:
    home = HomePage.objects.get(locale__language_code="th", depth=2)
    # `make demo` a second time must never touch what somebody has edited.
    if home.get_children().exists():
        return
    images = load_images()
    fill_identity(images)
    todo = plans(images)
    pages = make_drafts(home, todo)
    keys = {key: page.pk for key, page in pages.items()}
    english = Locale.objects.get(language_code="en")
    for plan in todo:
        page = pages[plan.key]
        write(page, plan, Writer(plan.key, "th", keys))
        page.save_revision().publish()
        twin = write(plan.model(slug=plan.slug or "en"), plan, Writer(plan.key, "en", keys))
        publish_translation(page, twin, english)
    prepare_pictures(home, images)


def fill_identity(images: dict[str, Image]) -> None:
    """Gives the identity its contacts and pictures, unless somebody has begun to fill it."""
    identity = Identity.load()
    if identity.tagline or identity.email:
        return
    for name, value in content.read("site.toml")["identity"].items():
        if hasattr(identity, name):
            setattr(identity, name, images.get(value) if name in PICTURES else value)
    identity.save()


def load_images() -> dict[str, Image]:
    """{file name: image} of every picture in the demo's folder."""
    titles = content.read("site.toml")["pictures"]
    return {path.name: load_image(path, titles[path.name]) for path in sorted((FOLDER / "images").glob("*.jpg"))}


def load_image(path: Path, title: str) -> Image:
    with path.open("rb") as file:
        return Image.objects.create(title=title, file=ImageFile(file, name=path.name))


def prepare_pictures(home: HomePage, images: dict[str, Image]) -> None:
    """Makes what the first reader of the front page and of the news list would wait for."""
    for image in images.values():
        image.get_renditions(*(SIZES if image == home.hero_image else [CARD]))


def make_drafts(home: HomePage, todo: list[Plan]) -> dict[str, Page]:
    """Every page as a draft, so that texts may link to pages that come later."""
    pages: dict[str, Page] = {HOME: home}
    for plan in todo:
        if plan.parent:
            draft = write(plan.model(slug=plan.slug, live=False), plan, Writer(plan.key, "th", {}))
            pages[plan.key] = pages[plan.parent].add_child(instance=draft)
    return pages


def write(page: Page, plan: Plan, writer: Writer) -> Page:
    for name, value in (plan.shared | plan.texts(writer)).items():
        setattr(page, name, value)
    return page
