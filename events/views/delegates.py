"""The organization's seat; for which organization one acts stands in the address and on the screen."""

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.actions import change_delegate, enter_delegate, swap_delegate, withdraw_delegate
from events.exceptions import CannotSend, DelegateRefused, NoLongerEntered
from events.forms import DelegateForm, ReasonForm
from events.mail import line_message
from events.models import Delegate, Event, EventRules
from events.permissions import mandates, user_can_enter_for_all, why_cannot_send, why_person_cannot_send
from events.seats import Seat, seat_of, seats_of
from network.models import Organization
from network.models.representative import Representative

# What time mends is a conflict; what one may not do is forbidden.
CONFLICTS = {"soon", "closed"}


@dataclass(frozen=True)
class Place:
    """Who acts, for which organization, at which event."""

    event: Event
    organization: Organization
    mandate: Representative | None
    seat: Seat

    @property
    def address(self) -> str:
        return reverse("events:delegate", args=[self.organization.pk, self.event.slug])


@require_safe
@never_cache
@login_required
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """For which organization? With one answer only, nobody is asked."""
    event = get_object_or_404(Event.objects.published(), slug=slug)
    seats = seats_of(request.user, Event.objects.filter(pk=event.pk))
    # Most people act for one organization, and a page with one answer is one tap too many.
    if len(seats) == 1:
        return redirect("events:delegate", pk=seats[0].organization.pk, slug=slug)
    return render(request, "events/account/start.html", {"event": event, "seats": seats, "breadcrumbs": crumbs(event)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def delegate(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Who goes; while nobody does, the form to say who."""
    place = own_place(request, pk, slug)
    if request.method != "POST":
        # The seat's page also says why there is no form.
        if place.seat.delegate or place.seat.refusal:
            return seat_page(request, place)
        return form_page(request, place, DelegateForm())
    form = DelegateForm(request.POST)
    if not form.is_valid():
        return form_page(request, place, form)
    try:
        entered = enter_delegate(place.event, place.organization, by=request.user, data=form.cleaned_data)
    except DelegateRefused as refusal:
        return form_page(request, place, form, refusal=refusal)
    messages.success(request, _("%(delegate)s is entered.") % {"delegate": entered})
    return redirect(place.address)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def change(request: HttpRequest, pk: int, slug: str, delegate_pk: int) -> HttpResponse:
    """Correct the details of the same person."""
    place = own_place(request, pk, slug)
    known = own_delegate(place, delegate_pk)
    if request.method != "POST" and not ready(request, place, known):
        return redirect(place.address)
    if request.method != "POST":
        return form_page(request, place, DelegateForm(instance=known), mode="change")
    form = DelegateForm(request.POST, instance=known)
    if not form.is_valid():
        return form_page(request, place, form, mode="change")
    try:
        change_delegate(known, by=request.user, data=form.cleaned_data)
    except DelegateRefused as refusal:
        return form_page(request, place, form, mode="change", refusal=refusal)
    messages.success(request, _("The details are saved."))
    return redirect(place.address)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def swap(request: HttpRequest, pk: int, slug: str, delegate_pk: int) -> HttpResponse:
    """Send somebody else."""
    place = own_place(request, pk, slug)
    former = own_delegate(place, delegate_pk)
    if request.method != "POST" and not ready(request, place, former):
        return redirect(place.address)
    if request.method != "POST":
        return form_page(request, place, DelegateForm(), mode="swap")
    form = DelegateForm(request.POST)
    if not form.is_valid():
        return form_page(request, place, form, mode="swap")
    try:
        entered = swap_delegate(former, by=request.user, data=form.cleaned_data)
    except DelegateRefused as refusal:
        return form_page(request, place, form, mode="swap", refusal=refusal)
    messages.success(request, _("%(delegate)s is entered.") % {"delegate": entered})
    return redirect(place.address)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def withdraw(request: HttpRequest, pk: int, slug: str, delegate_pk: int) -> HttpResponse:
    """Ask once, then free the seat."""
    place = own_place(request, pk, slug)
    known = own_delegate(place, delegate_pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return withdraw_page(request, place, known, form)
    try:
        withdraw_delegate(known, by=request.user, reason=form.cleaned_data["reason"])
    except DelegateRefused as refusal:
        return withdraw_page(request, place, known, form, refusal=refusal)
    messages.success(request, _("%(delegate)s is withdrawn. You can name somebody else.") % {"delegate": known})
    return redirect(place.address)


def own_place(request: HttpRequest, pk: int, slug: str) -> Place:
    """The published event and an organization the person acts for, or any for event staff; 404 otherwise."""
    mandate = mandates(request.user).filter(organization_id=pk).select_related("organization__entry__province").first()
    if mandate:
        organization = mandate.organization
    else:
        anyone = Organization.objects.select_related("entry__province")
        # 404 for strangers, as for an organization that does not exist.
        organization = get_object_or_404(anyone if user_can_enter_for_all(request.user) else anyone.none(), pk=pk)
    event = get_object_or_404(Event.objects.published(), slug=slug)
    refusal = why_cannot_send(event, organization) or why_person_cannot_send(request.user, organization)
    return Place(event, organization, mandate, seat_of(event, organization, refusal=refusal))


def own_delegate(place: Place, pk: int) -> Delegate:
    delegates = Delegate.objects.select_related("entered_by")
    # All three: a delegate's number alone would open the seat of another organization.
    return get_object_or_404(delegates, pk=pk, event=place.event, organization=place.organization)


def ready(request: HttpRequest, place: Place, known: Delegate) -> bool:
    """Whether a form makes sense; if not, the seat's page says why."""
    if not known.is_live:
        messages.info(request, str(NoLongerEntered()))
    return known.is_live and place.seat.can_change


def crumbs(event: Event, place: Place | None = None) -> list[dict]:
    way: list[dict] = [{"title": _("My account"), "url": reverse("account")}]
    if place:
        # Event staff have no page of the organization in the account area.
        url = reverse("network_account:organization", args=[place.organization.pk]) if place.mandate else None
        way.append({"title": place.organization.display_name, "url": url})
    return [*way, {"title": event.display_title, "url": None}]


def frame(place: Place) -> dict:
    return {
        "event": place.event,
        "organization": place.organization,
        "mandate": place.mandate,
        "seat": place.seat,
        "breadcrumbs": crumbs(place.event, place),
    }


def seat_page(request: HttpRequest, place: Place) -> HttpResponse:
    held = place.seat.delegate
    message = line_message(held) if held and not held.email else ""
    return render(request, "events/account/seat.html", {**frame(place), "line_message": message})


def form_page(
    request: HttpRequest,
    place: Place,
    form: DelegateForm,
    *,
    mode: str = "enter",
    refusal: DelegateRefused | None = None,
) -> HttpResponse:
    """The form with everything typed; above it, why it was not taken."""
    keep_days = EventRules.load().keep_needs_days
    context = {**frame(place), "form": form, "mode": mode, "refusal": refusal, "keep_days": keep_days}
    return render(request, "events/account/delegate.html", context, status=status_of(form, refusal))


def withdraw_page(
    request: HttpRequest, place: Place, known: Delegate, form: ReasonForm, refusal: DelegateRefused | None = None
) -> HttpResponse:
    if not known.is_live and refusal is None:
        messages.info(request, str(NoLongerEntered()))
        return redirect(place.address)
    context = {**frame(place), "delegate": known, "form": form, "refusal": refusal}
    return render(request, "events/account/withdraw.html", context, status=status_of(form, refusal))


def status_of(form, refusal: DelegateRefused | None) -> int:
    if isinstance(refusal, CannotSend) and refusal.refusal.code not in CONFLICTS:
        return HTTPStatus.FORBIDDEN
    if refusal:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
