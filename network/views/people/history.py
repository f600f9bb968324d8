"""Who changed what: the organization's log and the timelines of its applications, in plain sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Model, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe
from wagtail.models import ModelLogEntry

from network.enums import CaseAction, CaseRole
from network.models import Coordinator, Merge, Organization, RegisterEntry, Representative, TimelineEntry
from network.views.people.door import for_its_people, frame
from portal.requests import SignedInRequest

ON_A_PAGE = 25
# Of each source; nobody reads further back on a phone, and the CMS has it all.
NEWEST = 300
# Wagtail's own entries, in our words; those that are not here say nothing to its people.
WAGTAIL: dict[str, Any] = {
    "wagtail.create": gettext_lazy("Entered the organization into the register"),
    "wagtail.publish": gettext_lazy("Published the profile"),
    "wagtail.unpublish": gettext_lazy("Took the public page offline"),
    "wagtail.workflow.approve": gettext_lazy("Approved the profile"),
    "wagtail.workflow.reject": gettext_lazy("Returned the profile with a comment"),
}
# Done by whoever asks to represent it.
IN_PERSON = ("network.claim.make", "network.claim.withdrawn")
# What nobody needs to read again: each answer that was saved, each reminder of the portal.
SILENT = (CaseAction.SAVE, CaseAction.WARN)


@dataclass(frozen=True)
class Told:
    """One thing that happened.

    Attributes:
        at, words: when and what.
        by: the user who did it; None is the portal itself.
        in_person: they did it for themselves or their organization, so that their name may be read.
    """

    at: datetime
    words: str
    by: Any
    in_person: bool = False


@require_safe
@for_its_people
def history(request: SignedInRequest, mandate: Representative) -> HttpResponse:
    """The newest first; everybody who acts for the organization may read it."""
    organization = mandate.organization
    found = sorted([*from_log(organization), *from_timelines(organization)], key=lambda one: one.at, reverse=True)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    name = namer(organization)
    rows = [{"at": one.at, "words": one.words, "by": name(one)} for one in page]
    context = frame(mandate, _("Who changed what"), rows=rows, page=page)
    return render(request, "network/people/history.html", context)


def from_log(organization: Organization) -> Iterator[Told]:
    """What Wagtail's log has on the organization, its register entry and the people who act for it.

    Read along with it: the same of organizations that were merged into it, each entry under the name of its own.
    """
    absorbed = Merge.objects.absorbed_by(organization.pk)
    entries = RegisterEntry.objects.filter(organization__in=absorbed).values_list("pk", flat=True)
    mandates = Representative.objects.filter(organization=organization).values_list("pk", flat=True)
    of: dict[type[Model], Iterable[int]] = {
        Organization: [organization.pk, *absorbed],
        RegisterEntry: [organization.entry.pk, *entries],
        Representative: mandates,
    }
    kind, about = ContentType.objects.get_for_model(Organization), Q()
    for model, keys in of.items():
        # The log keeps keys as text.
        about |= Q(content_type=ContentType.objects.get_for_model(model), object_id__in=[str(key) for key in keys])
    for entry in ModelLogEntry.objects.filter(about).select_related("user").order_by("-timestamp")[:NEWEST]:
        is_ours = entry.action.startswith("network.")
        if words := str(entry.message) if is_ours else str(WAGTAIL.get(entry.action, "")):
            is_of_another = entry.content_type_id == kind.pk and entry.object_id != str(organization.pk)
            told = f"{entry.label}: {words}" if is_of_another else words
            yield Told(entry.timestamp, told, entry.user, entry.action in IN_PERSON)


def from_timelines(organization: Organization) -> Iterator[Told]:
    """What happened to its applications for membership."""
    rows = TimelineEntry.objects.filter(application__organization=organization).exclude(action__in=SILENT)
    for entry in rows.select_related("by").order_by("-pk")[:NEWEST]:
        yield Told(entry.at, entry.get_action_display(), entry.by, entry.role == CaseRole.APPLICANT)


def namer(organization: Organization):
    """Says who did it: its own people by name, others by the office in which they act."""
    own = set(Representative.objects.filter(organization=organization).values_list("user", flat=True))
    serving = Coordinator.objects.for_province(organization.entry.province_id).select_related("centre")
    centres = {service.user_id: str(service.centre) for service in serving}

    def name(one: Told) -> str:
        if one.by is None:
            return str(pgettext_lazy("who did it", "The portal itself"))
        if one.in_person or one.by.pk in own:
            return str(one.by)
        return centres.get(one.by.pk) or _("The secretariat of the council")

    return name
