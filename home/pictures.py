"""Pictures that people upload: without the place where they were taken, and ready in every size."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile, File
from django.tasks import task
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter

# What templates/components/card.html and picture.html ask for.
CARD = "fill-800x500"
SIZES = [CARD, *Filter.expand_spec(["format-{avif,webp,jpeg}", "width-{400,800,1200}"])]
ORIENTATION = 0x0112

# Pillow writes none of these unless told to; "keep" leaves a JPEG's picture data as it is.
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": "keep", "comment": b""},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92, "save_all": True},
    "AVIF": {"quality": 85, "save_all": True},
    "GIF": {"save_all": True, "comment": b""},
}


def without_metadata(file: File) -> ContentFile | None:
    """The picture alone: no EXIF, no GPS, no XMP, no comments; upright, its colour profile kept.

    None for a format that is not one of `OPTIONS`; the form refuses those.
    """
    file.seek(0)
    with Pillow.open(file) as picture:
        form = picture.format or ""
        if form not in OPTIONS:
            # Formats that Pillow cannot write again are refused rather than kept with their metadata.
            return None
        options = {"icc_profile": picture.info.get("icc_profile"), "exif": b"", "xmp": b""} | OPTIONS[form]
        upright: Pillow.Image = picture
        # The turn stands in the metadata that goes: without this, phone pictures would lie on their side.
        if picture.getexif().get(ORIENTATION, 1) != 1:
            upright = ImageOps.exif_transpose(picture)
            options["quality"] = 92
        # Pillow writes a PNG's text chunks back unless they are taken out; phones keep places there.
        if form == "PNG":
            upright.info = {key: upright.info[key] for key in ("transparency", "gamma") if key in upright.info}
        stream = BytesIO()
        upright.save(stream, format=form, **{name: value for name, value in options.items() if value is not None})
    return ContentFile(stream.getvalue(), name=file.name)


def clean_upload(sender: type, instance: AbstractImage, **kwargs: Any) -> None:
    """Before a picture is saved: only a file that is not in the storage yet is new."""
    if not instance.file or instance.file._committed:
        return
    name = instance.file.name
    cleaned = without_metadata(instance.file.file)
    if cleaned is None:
        return
    instance.file = cleaned
    instance.file.name = name
    instance.file_size, instance.file_hash = cleaned.size, ""


def prepare_sizes(sender: type, instance: AbstractImage, created: bool, **kwargs: Any) -> None:
    """After a picture is saved: its sizes cost seconds, which no reader should wait for.

    Without a worker the task would run in the editor's request; there the first reader waits instead.
    """
    if created and make_sizes.get_backend().supports_defer:
        make_sizes.enqueue(instance.pk)


@task
def make_sizes(pk: int) -> int:
    """Makes every size of a picture that pages ask for; how many there are, 0 if the picture is gone."""
    image = get_image_model().objects.filter(pk=pk).first()
    return len(image.get_renditions(*SIZES)) if image else 0
