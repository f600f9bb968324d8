"""One question of an application on one screen."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions import save_answers
from network.exceptions import CaseMoved, NotYourCase
from network.forms.answers import AnswersForm
from network.views.cases.privacy import unlisted
from network.views.cases.standing import centre_of
from network.views.join.kept import keep, sign_in_first, take_out
from network.views.join.way import Way, is_writable, own_application, sent_meanwhile, way_of, what_is_asked
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
def question(request: SignedInRequest, token: UUID, name: str) -> HttpResponse:
    """Shows it, saves its answer, leads on; `?then=summary` leads back to the summary instead."""
    place = f"{token}/{name}"
    if not request.user.is_authenticated:
        return sign_in_first(request, place)
    application = own_application(request, token)
    way = way_of(application, name, back_to_summary=request.GET.get("then") == "summary")
    if not is_writable(application):
        return sent_meanwhile(request, application)
    if request.method == "POST":
        return answered(request, way, place)
    typed = take_out(request, place)
    if typed is not None:
        messages.info(request, _("What you had typed here is not saved yet. Look at it and press “Next”."))
    return page(request, way, form_of(way, typed))


def form_of(way: Way, data=None) -> AnswersForm:
    if way.question.form is None:
        raise Http404
    return way.question.form(data, application=way.application)


def answered(request: SignedInRequest, way: Way, place: str) -> HttpResponse:
    form = form_of(way, request.POST)
    if form.is_choosing:
        return page(request, way, form.chosen())
    if not form.is_valid():
        return turned_away(request, way, place, form)
    try:
        present = save_answers(way.application, by=request.user, answers=form.answers())
    except NotYourCase:
        raise Http404 from None
    except CaseMoved:
        return sent_meanwhile(request, way.application)
    return redirect(onward(request, Way(present, way.question, way.back_to_summary)))


def turned_away(request: SignedInRequest, way: Way, place: str, form: AnswersForm) -> HttpResponse:
    """Says what is wrong; whoever only wants to go elsewhere may, and finds it all again on return."""
    if not request.POST.get("go"):
        return page(request, way, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    # An empty question that is left for later needs no reminder.
    if any(form[name].data for name in form.fields):
        keep(request, place)
    return redirect(onward(request, way))


def onward(request: SignedInRequest, way: Way) -> str:
    """Where the button leads that was pressed."""
    pressed = request.POST.get("go")
    if pressed == "back":
        return way.back()
    return way.on() if pressed == "skip" else way.after_name()


def page(request: SignedInRequest, way: Way, form: AnswersForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    application = way.application
    context = {
        "way": way,
        "application": application,
        "total": len(way.questions),
        "asked": what_is_asked(application),
        "centre": centre_of(application.province),
        "form": form,
        "has_places": bool(form.fields.get("province")),
    }
    return render(request, "network/join/question.html", context, status=status)
