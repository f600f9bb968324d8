"""The page of an application: anyone who has its address sees where it stands, its own people do what is due."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.actions.applications import user_may_write
from network.enums import ApplicationStatus, CaseAction, EntryStatus
from network.models import MembershipApplication, MembershipSettings
from network.permissions import possible_actions, user_represents
from network.views.cases import standing
from network.views.cases.privacy import unlisted
from network.views.cases.writing import sheet_address, writing_address


@require_safe
@never_cache
@unlisted
def track(request: HttpRequest, token: UUID) -> HttpResponse:
    """Where it stands. A draft is nobody's business but its writer's."""
    known = MembershipApplication.objects.trackable_by(request.user).with_places()
    application = get_object_or_404(known, token=token)
    return render(request, "network/cases/track.html", told(request, application))


def told(request: HttpRequest, application: MembershipApplication) -> dict:
    """What network/cases/track.html draws, as this reader may see it."""
    entries = list(application.timeline.all())
    rules = MembershipSettings.load()
    is_writer = request.user.is_authenticated and user_may_write(request.user, application)
    # The reason of a refusal is for those concerned; a forwarded link shows only where the case stands.
    may_read = is_writer or MembershipApplication.objects.visible_to(request.user).filter(pk=application.pk).exists()
    return {
        "application": application,
        "status": {"label": standing.status_words(application), "kind": standing.status_kind(application)},
        "holder": standing.holder(application),
        "question": standing.question(entries, application),
        "reason": standing.reason(entries, application) if may_read else "",
        "next": standing.next_words(application, rules),
        "steps": standing.timeline(entries, application, rules),
        "public_url": public_address(application),
        "is_writer": is_writer,
        "sharing_url": settings.BASE_URL.rstrip("/") + track_address(application),
        **(own_part(request, application) if is_writer else {}),
    }


def own_part(request: HttpRequest, application: MembershipApplication) -> dict:
    """What only whoever writes it sees: what they can do now, the documents, the way on."""
    can = possible_actions(request.user, application)
    represented = application.organization_id
    # An applicant may have left the organization since: its page would answer 404.
    if represented and not user_represents(request.user, represented):
        represented = None
    return {
        "may_apply_again": application.status in {ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN},
        "can_answer": CaseAction.ANSWER in can,
        "can_withdraw": CaseAction.WITHDRAW in can,
        "sheet_url": sheet_address(application),
        "writing_url": writing_address(application) if CaseAction.SAVE in can else "",
        "documents": list(application.documents.all()),
        "profile_url": reverse("network_account:organization", args=[represented]) if represented else "",
        "breadcrumbs": crumbs(application),
    }


def track_address(application: MembershipApplication) -> str:
    return reverse("network_cases:track", args=[application.token])


def public_address(application: MembershipApplication) -> str:
    """The organization's page once the register shows it; "" before."""
    organization = application.organization
    listed = organization and organization.live and organization.entry.status == EntryStatus.LISTED
    return organization.get_absolute_url() if organization and listed else ""


def crumbs(application: MembershipApplication, *steps: str) -> list[dict]:
    """My account, the application, and the names of the pages below it."""
    way: list[dict] = [{"title": _("My account"), "url": reverse("account")}]
    way.append({"title": str(application), "url": track_address(application) if steps else None})
    return way + [{"title": step, "url": None} for step in steps]
