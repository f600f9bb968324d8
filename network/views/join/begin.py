"""How an application begins: for an organization of the register, or with the first question."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from network.actions import begin_application, save_answers
from network.enums import ApplicationKind, ApplicationStatus, EntryStatus
from network.exceptions import AlreadyAMember, CaseMoved, NotYourCase
from network.forms.answers import questions_of
from network.forms.sending import BeginForm, BeginNationalForm
from network.models import Membership, MembershipApplication, Organization, Representative
from network.views.cases.privacy import unlisted
from network.views.join.kept import sign_in_first, take_out
from network.views.join.way import Way, sent_meanwhile, summary_address
from portal.requests import SignedInRequest

FORMS = {ApplicationKind.PROVINCIAL: BeginForm, ApplicationKind.NATIONAL: BeginNationalForm}


# The browser may keep this page: whoever goes back finds the name that they sent.
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
@unlisted
def begin(request: SignedInRequest, kind: str) -> HttpResponse:
    """The first question; before it, whoever represents organizations says for which one. Only a POST begins."""
    if kind not in ApplicationKind.values:
        raise Http404
    place = f"new/{kind}"
    if not request.user.is_authenticated:
        return sign_in_first(request, place)
    if "organization" in request.POST:
        return begin_for_organization(request, ApplicationKind(kind))
    if request.method == "POST":
        return begin_with_name(request, ApplicationKind(kind))
    organizations = may_begin(request.user, kind)
    if organizations and "another" not in request.GET:
        return render(request, "network/join/which.html", {**begun(request, kind), "organizations": organizations})
    typed = take_out(request, place)
    return first_question(request, kind, FORMS[ApplicationKind(kind)](typed))


def may_begin(user, kind: str) -> list[Organization]:
    """The organizations whose people `user` is of, without those that have such a membership or are on the way."""
    on_its_way = MembershipApplication.objects.open().filter(kind=kind, organization__isnull=False)
    members = Membership.objects.open().filter(tier__kind=kind)
    mandates = Representative.objects.of(user).active().with_organizations()
    free = mandates.exclude(organization__in=on_its_way.values("organization"))
    free = free.exclude(organization__in=members.values("organization"))
    return [mandate.organization for mandate in free.exclude(organization__entry__status=EntryStatus.CLOSED)]


def begin_for_organization(request: SignedInRequest, kind: ApplicationKind) -> HttpResponse:
    """Its answers come along, so the summary shows what is still missing."""
    mandates = Representative.objects.of(request.user).active()
    wanted = request.POST["organization"]
    # No row has a number that the database cannot even compare.
    pk = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else 0
    organization = get_object_or_404(
        Organization.objects.filter(pk__in=mandates.values("organization")).select_related("entry__province"), pk=pk
    )
    try:
        application = begin_application(kind, by=request.user, organization=organization)
    except AlreadyAMember as refusal:
        messages.info(request, str(refusal))
        return redirect("account")
    return redirect(summary_address(application))


def begin_with_name(request: SignedInRequest, kind: ApplicationKind) -> HttpResponse:
    form = FORMS[kind](request.POST)
    if not form.is_valid():
        return first_question(request, kind, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    answers = form.answers()
    token = form.cleaned_data["draft"]
    try:
        application = same_draft(request.user, kind, answers["name"]) or begin_application(
            kind, by=request.user, name=answers["name"], token=token
        )
        application = save_answers(application, by=request.user, answers=answers)
    except NotYourCase:
        raise Http404 from None
    except CaseMoved:
        return sent_meanwhile(request, application)
    return redirect(Way(application, questions_of(application.kind)[0]).after_name())


def same_draft(user, kind: ApplicationKind, name: str) -> MembershipApplication | None:
    """Whoever comes back to this page with their browser's own button sends the same name again."""
    drafts = MembershipApplication.objects.filter(applicant=user, kind=kind, status=ApplicationStatus.DRAFT)
    return drafts.filter(name=name, organization=None).order_by("-pk").first()


def first_question(
    request: SignedInRequest, kind: str, form: BeginForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    questions = questions_of(kind)
    context = {**begun(request, kind), "question": questions[0], "total": len(questions), "form": form}
    return render(request, "network/join/begin.html", context, status=status)


def begun(request: SignedInRequest, kind: str) -> dict:
    """Which way it is, and what the person has begun on it before."""
    drafts = MembershipApplication.objects.own_of(request.user).filter(kind=kind, status=ApplicationStatus.DRAFT)
    rows = drafts.exclude(applicant=None).order_by("-changed_at", "-pk")[:3]
    return {
        "kind": ApplicationKind(kind),
        "drafts": [{"application": row, "url": summary_address(row)} for row in rows],
    }
