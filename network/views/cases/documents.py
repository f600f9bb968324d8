"""Documents of an application, for those who may see it."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.models import ApplicationDocument, MembershipApplication
from network.views.cases.privacy import unlisted
from portal.requests import SignedInRequest


@require_safe
@never_cache
@unlisted
@login_required
def document(request: SignedInRequest, token: UUID, pk: int) -> FileResponse:
    """The file, to be saved: what strangers uploaded is never opened inside the portal's own pages."""
    known = MembershipApplication.objects.visible_to(request.user).filter(token=token)
    wanted = get_object_or_404(ApplicationDocument.objects.filter(application__in=known), pk=pk)
    # A backup without its files must answer 404, not 500.
    if not wanted.file.storage.exists(wanted.file.name or ""):
        raise Http404
    return FileResponse(wanted.file.open("rb"), as_attachment=True, filename=wanted.name)
