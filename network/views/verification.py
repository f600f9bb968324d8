"""The page to which the square on a certificate or receipt leads: whether the paper is ours, and still holds."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.enums import GOOD_STANDING, Standing
from network.models import Membership, Receipt
from network.views.cases.privacy import unlisted
from network.views.crumbs import crumbs
from portal.templatetags.portal_thai import baht, thai_date

SHOWN = ("organization__entry__province", "tier")


@require_safe
@never_cache
@unlisted
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever holds the paper, signed in or not: its address is the right to read."""
    term = Membership.objects.filter(certificate_token=token).select_related(*SHOWN).first()
    if term:
        return page(request, "certificate", certificate_page(term))
    receipt = Receipt.objects.filter(token=token).first()
    if receipt:
        return page(request, "receipt", receipt_page(receipt))
    return page(request, "unknown", {}, status=HTTPStatus.NOT_FOUND)


def page(request: HttpRequest, name: str, context: dict, *, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {**context, "breadcrumbs": crumbs((_("Check a paper"), None))}
    return render(request, f"network/verification/{name}.html", context, status=status)


def certificate_page(term: Membership) -> dict:
    """The facts of the paper, and how the membership stands today: by its latest term, when this one was renewed."""
    standing, latest = term.standing_on(), term
    if standing == Standing.RENEWED:
        # The terms of one membership bear one number; the latest is the one that nothing follows.
        terms = Membership.objects.filter(tier=term.tier_id, number=term.number, followed_by__isnull=True)
        latest = terms.select_related(*SHOWN).get()
        standing = latest.standing_on()
    entry = term.organization.entry
    facts = [
        (_("Organization"), term.organization.display_name),
        (_("Kind of membership"), str(term.tier)),
        (_("Membership number"), str(term.number)),
        (_("Province"), str(entry.province)),
        (pgettext("certificate", "From"), thai_date(term.starts_on)),
        (pgettext("certificate", "Until"), until_words(term)),
    ]
    return {
        "latest": latest,
        "is_renewed": latest != term,
        "standing": standing,
        "is_good": standing in GOOD_STANDING,
        "today": timezone.localdate(),
        "facts": [{"term": name, "value": value} for name, value in facts],
    }


def until_words(term: Membership) -> str:
    return thai_date(term.ends_on) if term.ends_on else pgettext("certificate", "no end")


def receipt_page(receipt: Receipt) -> dict:
    """The facts as they stand on the paper; why it was voided is nobody else's business."""
    description = (receipt.description_en if get_language() == "en" else "") or receipt.description
    new = receipt.replacements.first() if receipt.is_void else None
    facts = [
        (pgettext("receipt", "No."), receipt.display_number),
        (_("Date"), thai_date(receipt.issued_on)),
        (pgettext("receipt", "Received from"), receipt.payer_name),
        (pgettext("receipt", "Description"), description),
        (_("Amount"), baht(receipt.amount)),
        (_("Issued by"), receipt.issuer_name),
    ]
    return {
        "receipt": receipt,
        "replaced_by": new.display_number if new else "",
        "facts": [{"term": term, "value": value} for term, value in facts],
    }
