"""What the templates of pages need beside the portal's own tags."""

import json

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from home import links, structured
from portal.models import Identity

register = template.Library()


@register.filter
def localize_links(html: str) -> SafeString:
    """Rich text whose links to this site's own paths lead to the active language."""
    return mark_safe(links.localize_links(str(html)))  # noqa: S308 -- Wagtail has cleaned it


@register.simple_tag
def numbered_headings(body: StreamValue) -> list[dict]:
    """The headings of a page's text: [{number, text}], the number being the place of the block."""
    return [
        {"number": n, "text": block.value} for n, block in enumerate(body or [], 1) if block.block_type == "heading"
    ]


@register.simple_tag
def organization_data(identity: Identity) -> SafeString:
    """The council itself as JSON-LD."""
    return structured_data(structured.organization(identity))


@register.simple_tag
def structured_data(data: dict) -> SafeString:
    """JSON-LD for search engines: data, not script, so the strict content policy lets it stand."""
    text = json.dumps(data, ensure_ascii=False).translate(_UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 -- escaped above


_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
