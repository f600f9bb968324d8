"""The way through the questions of an application: which comes next, which came before."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from network.enums import WITH_THE_APPLICANT, ApplicationStatus
from network.forms.answers import Question, open_questions, questions_for
from network.models import MembershipApplication
from network.views.cases import standing
from network.views.cases.track import track_address
from portal.requests import SignedInRequest


@dataclass(frozen=True)
class Way:
    """An application, and one of its questions."""

    application: MembershipApplication
    question: Question
    back_to_summary: bool = False

    @property
    def number(self) -> int:
        return self.questions.index(self.question) + 1

    @property
    def questions(self) -> list[Question]:
        return questions_for(self.application)

    def on(self) -> str:
        """The next question that has no answer yet; the summary after the last, and for whoever came from there."""
        if self.back_to_summary:
            return summary_address(self.application)
        return next_address(self.application, after=self.question)

    def after_name(self) -> str:
        """Where the colleagues of search ask "is this you?", if they do."""
        if self.back_to_summary or self.question.name != "name":
            return self.on()
        try:
            return reverse("network_join:is_this_you", args=[self.application.token])
        except NoReverseMatch:
            return self.on()

    def back(self) -> str:
        """The question before; the summary for whoever came from there, and before the first one."""
        if self.back_to_summary or self.number == 1:
            return summary_address(self.application)
        return question_address(self.application, self.questions[self.number - 2])


def way_of(application: MembershipApplication, name: str, *, back_to_summary: bool) -> Way:
    """The question called `name`; 404 when this application is not asked it."""
    found = next((one for one in questions_for(application) if one.name == name), None)
    if found is None:
        raise Http404
    # What is asked of a case that was sent is never the whole row of questions.
    returned = application.status == ApplicationStatus.RETURNED
    return Way(application, found, back_to_summary or returned)


def next_address(application: MembershipApplication, *, after: Question | None = None) -> str:
    """The first question behind `after` that has no answer; the summary when there is none."""
    questions = questions_for(application)
    # Only what lies behind: whoever left a question for later is not led back to it until the summary.
    still_open = open_questions(application)
    behind = questions[questions.index(after) + 1 :] if after in questions else questions
    following = next((one for one in behind if one in still_open or is_untouched(application, one)), None)
    return question_address(application, following) if following else summary_address(application)


def is_untouched(application: MembershipApplication, question: Question) -> bool:
    """A question whose answers are all optional, and none is given."""
    # Nobody misses such an answer, so without this its screen would never come up.
    if question.form is None or any(field.required for field in question.form.base_fields.values()):
        return False
    return not any(getattr(application, name) for name in question.answers)


def question_address(application: MembershipApplication, question: Question) -> str:
    return reverse("network_join:question", args=[application.token, question.name])


def summary_address(application: MembershipApplication) -> str:
    return reverse("network_join:summary", args=[application.token])


def own_application(request: SignedInRequest, token: UUID) -> MembershipApplication:
    """An application that the person writes; 404 otherwise. Paper forms of others have a page of their own."""
    # The tracking page asks for the secretariat's rights as well; an applicant's every screen need not.
    return get_object_or_404(MembershipApplication.objects.own_of(request.user).with_places(), token=token)


def is_writable(application: MembershipApplication) -> bool:
    return application.status in WITH_THE_APPLICANT


def what_is_asked(application: MembershipApplication) -> str:
    """The open question of the centre or the secretariat; "" in a draft."""
    if application.status != ApplicationStatus.RETURNED:
        return ""
    return standing.question(list(application.timeline.all()), application)


def sent_meanwhile(request: SignedInRequest, application: MembershipApplication) -> HttpResponse:
    """To the tracking page, with a sentence: its answers cannot be changed now."""
    messages.info(
        request, _("This application has been sent, so its answers cannot be changed. You see here how it stands.")
    )
    return redirect(track_address(application))
