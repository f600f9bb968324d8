"""Files that only some may fetch: slips, receipts, certificates. For everyone else there are none."""

from pathlib import PurePath

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.enums import GOOD_STANDING
from network.models import Membership, Payment, Receipt
from network.permissions import user_can_see_papers, user_can_see_slip
from network.printing import certificate_pdf, receipt_pdf
from network.views.cases.privacy import unlisted
from portal.requests import SignedInRequest

# Redrawn by us when it was uploaded (network/documents.py), so it is a picture and nothing else.
SAFE_TO_SHOW = ".jpg"


@require_safe
@never_cache
@unlisted
@login_required
def slip(request: SignedInRequest, pk: int, payment: int) -> FileResponse:
    """A picture is shown; a PDF is saved, since what strangers upload is never opened inside our own pages."""
    known = Payment.objects.visible_to(request.user).select_related("membership")
    wanted = get_object_or_404(known, pk=payment, membership__organization=pk)
    # A coordinator sees that something was paid, never the slip.
    if not user_can_see_slip(request.user, wanted):
        raise Http404
    file = wanted.slip
    # A backup without its files must answer 404, not 500.
    if not file or not file.storage.exists(file.name or ""):
        raise Http404
    is_shown = PurePath(file.name or "").suffix == SAFE_TO_SHOW
    return FileResponse(file.open("rb"), as_attachment=not is_shown, filename=wanted.slip_name)


@require_safe
@never_cache
@unlisted
@login_required
def receipt(request: SignedInRequest, pk: int, receipt: int) -> HttpResponse:
    """A void one too: it is part of the books, and says what it is."""
    known = Receipt.objects.visible_to(request.user).filter(payment__membership__organization=pk)
    wanted = get_object_or_404(known.select_related("replaces"), pk=receipt)
    return paper(receipt_pdf(wanted), f"receipt-{wanted.year}-{wanted.number:06d}.pdf")


@require_safe
@never_cache
@unlisted
@login_required
def certificate(request: SignedInRequest, pk: int, membership: int) -> HttpResponse:
    """Only while the membership holds."""
    known = Membership.objects.visible_to(request.user).filter(organization=pk)
    wanted = get_object_or_404(known.select_related("organization__entry__province", "tier"), pk=membership)
    if not user_can_see_papers(request.user, pk) or wanted.standing_on() not in GOOD_STANDING:
        raise Http404
    return paper(certificate_pdf(wanted), f"certificate-{wanted.number}.pdf")


def paper(document: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(document, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
