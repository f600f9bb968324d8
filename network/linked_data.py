"""Organizations as schema.org sees them, for search engines: never a person, a phone number or an address."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from network.models import Organization

# A text that ends the script element must not end it.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def organization_json(organization: Organization, *, contacts: list[str]) -> SafeString:
    """Return the content of `<script type="application/ld+json">`; web addresses only when among `contacts`."""
    province = str(organization.entry.province)
    web = [getattr(organization, field) for field in ("website", "facebook") if field in contacts]
    data = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "name": organization.display_name,
        "alternateName": [name for name in (organization.name, organization.name_en) if name],
        "url": settings.BASE_URL.rstrip("/") + organization.get_absolute_url(),
        "foundingDate": str(organization.year_started or ""),
        "areaServed": {"@type": "AdministrativeArea", "name": province, "identifier": organization.entry.province_id},
        "address": {"@type": "PostalAddress", "addressRegion": province, "addressCountry": "TH"},
        "sameAs": list(filter(None, web)),
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 -- every character that could end the script is escaped
