"""Every answer of an application on one screen, and the button that sends it."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions import discard_draft, submit_application
from network.enums import ApplicationStatus
from network.exceptions import AnswersMissing, CaseMoved, CaseRefused, NotYourCase
from network.forms.answers import DOCUMENTS, Question, open_questions, questions_for
from network.forms.sending import SendForm
from network.models import MembershipApplication, PrivacyNotice
from network.views.cases.privacy import unlisted
from network.views.cases.standing import centre_of
from network.views.cases.track import track_address
from network.views.desk.facts import SPOKEN, answer
from network.views.desk.facts import question as label_of
from network.views.join.way import is_writable, own_application, question_address, sent_meanwhile, what_is_asked
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def summary(request: SignedInRequest, token: UUID) -> HttpResponse:
    """What is written and what is missing; sends it once nothing is."""
    application = own_application(request, token)
    if not is_writable(application):
        # The second of two clicks has done no wrong and is told nothing.
        return redirect(track_address(application)) if request.POST else sent_meanwhile(request, application)
    notice = PrivacyNotice.objects.current()
    if request.method != "POST" or application.status != ApplicationStatus.DRAFT:
        return page(
            request, application, SendForm(current=notice, initial={"accepted_by": writer(request, application)})
        )
    form = SendForm(request.POST, current=notice)
    if not form.is_valid():
        return page(request, application, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return send(request, application, form)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def discard(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Ask once, then throw a draft away."""
    application = own_application(request, token)
    if application.status != ApplicationStatus.DRAFT:
        return sent_meanwhile(request, application)
    if request.method != "POST":
        return render(request, "network/join/discard.html", {"application": application})
    try:
        discard_draft(application, by=request.user)
    except CaseRefused:
        return sent_meanwhile(request, application)
    messages.success(request, _("The draft is thrown away."))
    return redirect("account")


def writer(request: SignedInRequest, application: MembershipApplication) -> str:
    """Whoever enters a paper form for others does not accept anything for them."""
    return request.user.name if application.applicant_id else ""


def send(request: SignedInRequest, application: MembershipApplication, form: SendForm) -> HttpResponse:
    try:
        submit_application(application, by=request.user, **form.keywords())
    except AnswersMissing as refusal:
        form.add_error(None, str(refusal))
        return page(request, application, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except NotYourCase:
        raise Http404 from None
    except CaseMoved:
        return sent_meanwhile(request, application)
    messages.success(request, _("The application is sent. This page shows you how it goes on."))
    return redirect(track_address(application))


def page(
    request: SignedInRequest, application: MembershipApplication, form: SendForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    still_open = open_questions(application)
    context = {
        "application": application,
        "rows": [row(application, one, is_open=one in still_open) for one in questions_for(application)],
        "missing": [{"title": one.title, "url": question_address(application, one)} for one in still_open],
        "asked": what_is_asked(application),
        "centre": centre_of(application.province),
        "is_draft": application.status == ApplicationStatus.DRAFT,
        "track_url": track_address(application),
        "notice": form.current,
        "form": form,
    }
    return render(request, "network/join/summary.html", context, status=status)


def row(application: MembershipApplication, question: Question, *, is_open: bool) -> dict:
    """Parameters of network/join/summary_row.html."""
    return {
        "title": question.title,
        "url": f"{question_address(application, question)}?then=summary",
        "lines": lines(application, question),
        "is_open": is_open,
    }


def lines(application: MembershipApplication, question: Question) -> list[dict]:
    """The answers to one question: [{label, text}]; a label only where a question has several."""
    if question is DOCUMENTS:
        rows = application.documents.all()
        return [{"label": "" if one.is_paper_form else one.get_kind_display(), "text": one.name} for one in rows]
    if question.name == "location":
        address = application.address_in_words(get_language() or "th") if application.province else ""
        return [{"label": "", "text": address}] if address else []
    given = {name: text for name in question.answers if (text := answer(application, name))}
    several = len(given) > 1
    return [
        {"label": label_of(name) if several else "", "text": text, "lang": SPOKEN.get(name, "")}
        for name, text in given.items()
    ]
