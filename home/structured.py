"""What search engines read beside the words: schema.org data."""

from django.conf import settings

from portal.models import Identity


def organization(identity: Identity) -> dict:
    """The council as a schema.org Organization; facts that are not known are left out."""
    facts = {
        "name": identity.name,
        "alternateName": [name for name in (identity.name_en, identity.short_name) if name],
        "description": identity.display_tagline,
        "url": settings.BASE_URL.rstrip("/") + "/",
        "email": identity.email,
        "telephone": identity.phone,
        "address": identity.display_address,
        "sameAs": [address for address in (identity.facebook,) if address],
    }
    return {"@context": "https://schema.org", "@type": "Organization"} | {
        name: fact for name, fact in facts.items() if fact
    }
