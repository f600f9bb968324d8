"""Addresses and pictures as other sites are given them."""

from django import template
from django.conf import settings
from wagtail.images.models import AbstractImage

register = template.Library()

# LINE and Facebook cut everything to this shape and know neither AVIF nor WebP everywhere.
SHARING = "fill-1200x630|format-jpeg"
ICON = "max-180x180|format-png"


@register.filter
def absolute(url: str) -> str:
    """An address with this portal's host; media may have a host already."""
    return f"{settings.BASE_URL.rstrip('/')}{url}" if url.startswith("/") else url


@register.simple_tag
def sharing_image_url(*images: AbstractImage | None) -> str:
    """The absolute address of the first of `images` that there is, cut for shared links; else ""."""
    image = next((image for image in images if image), None)
    return absolute(image.get_rendition(SHARING).url) if image else ""


@register.simple_tag
def icon_url(emblem: AbstractImage | None) -> str:
    """The council's emblem as a small square icon; "" while none is uploaded."""
    return emblem.get_rendition(ICON).url if emblem else ""
