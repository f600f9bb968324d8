"""The delegate's own say: reached by the signed link in the mail, without sign-in."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events.actions import object_to_entry
from events.enums import DelegateStatus
from events.exceptions import NoLongerEntered
from events.forms import ReasonForm
from events.models import Delegate
from events.tokens import delegate_of

STATUS = {"ask": HTTPStatus.OK, "done": HTTPStatus.OK, "unknown": HTTPStatus.NOT_FOUND, "gone": HTTPStatus.GONE}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def objection(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what was entered and by whom, so that a mail program's preview changes nothing; POST objects."""
    delegate = delegate_of(token)
    state = state_of(delegate)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if delegate is None or state != "ask" or request.method != "POST":
        return page(request, state, delegate, form)
    if not form.is_valid():
        return page(request, state, delegate, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        object_to_entry(delegate, reason=form.cleaned_data["reason"])
    except NoLongerEntered:
        return page(request, "gone", delegate, form)
    # The link keeps working and says what has become of the name.
    return redirect("events:object", token=token)


def state_of(delegate: Delegate | None) -> str:
    """ask, done (objected before), gone (over, withdrawn or replaced) or unknown (no genuine link)."""
    if delegate is None:
        return "unknown"
    if delegate.status == DelegateStatus.OBJECTED:
        return "done"
    over = delegate.event.ends_on < timezone.localdate()
    return "gone" if over or not delegate.is_live else "ask"


def page(
    request: HttpRequest, state: str, delegate: Delegate | None, form: ReasonForm, *, status: int | None = None
) -> HttpResponse:
    context = {"state": state, "delegate": delegate, "form": form}
    if delegate:
        context |= {"event": delegate.event, "organization": delegate.organization}
    response = render(request, "events/objection.html", context, status=status or STATUS[state])
    # Mail gets archived in public places now and then, links included.
    response["X-Robots-Tag"] = "noindex"
    return response
