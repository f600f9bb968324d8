"""The certificate of a membership: one term, with the address that says how it stands on any later day."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.models import Membership
from network.printing.parts import DRAWN_EMBLEM, day, emblem, fact, in_both, qr, verification_url, without_scheme
from portal.models import Identity
from portal.pdf import pdf

TEMPLATE = Path(__file__).parents[1] / "typst" / "certificate.typ"
ORNAMENT = DRAWN_EMBLEM.with_name("ornament.svg")
# The gold of the screen is too strong to write upon.
SCREEN_GOLD, PAPER_GOLD = b"#e0a526", b"#fbf5e8"


def certificate_pdf(membership: Membership) -> bytes:
    """One A4 page, lying, Thai first and English beneath, of a term that has begun."""
    identity = Identity.load()
    pictures = {
        "emblem.svg": emblem(identity),
        "ornament.svg": ORNAMENT.read_bytes().replace(SCREEN_GOLD, PAPER_GOLD),
        "qr.svg": qr(verification_url(membership.certificate_token)),
    }
    return pdf(TEMPLATE, certificate_data(membership, identity), pictures)


def certificate_data(membership: Membership, identity: Identity) -> dict:
    """What certificate.typ draws; a list of two texts is Thai and English."""
    organization, address = membership.organization, verification_url(membership.certificate_token)
    heading = in_both(lambda: _("Certificate of membership"))
    return {
        "title": f"{heading[0]} {organization.name}",
        "council": in_both(lambda: identity.display_name),
        "heading": heading,
        "certifies": in_both(lambda: pgettext("certificate", "This is to certify that")),
        "name": [organization.name, organization.name_en],
        "belongs": in_both(lambda: pgettext("certificate", "%(tier)s") % {"tier": membership.tier}),
        "facts": _facts(membership),
        "check": in_both(lambda: _("How it stands today")),
        "address": address,
        "shown_address": without_scheme(address),
    }


def _facts(membership: Membership) -> list[dict]:
    province, first, last = membership.organization.entry.province, membership.starts_on, membership.ends_on
    return [
        fact(lambda: _("Membership number"), lambda: membership.number),
        fact(lambda: _("Province"), lambda: province or ""),
        fact(lambda: pgettext("certificate", "From"), lambda: day(first) if first else ""),
        fact(
            lambda: pgettext("certificate", "Until"), lambda: day(last) if last else pgettext("certificate", "no end")
        ),
    ]
