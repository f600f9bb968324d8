"""Paper forms: entered by a coordinator or the secretariat, taken over by the organization with a code."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from network.actions.applications import save_answers
from network.actions.documents import add_document, remove_document
from network.actions.people.appointing import appoint
from network.actions.steps import locked_case, take_step
from network.codes import new_code
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, CaseRole, DocumentKind
from network.exceptions import CodeUnknown, NotYourCase
from network.mail.cases import tell
from network.mail.claims import tell_of_newcomer
from network.models import ApplicationDocument, MembershipApplication, MembershipSettings
from network.models.answers import proof_of
from network.permissions import user_can_file, user_keeps_paper
from portal.models import User


def file_paper(kind: ApplicationKind, *, by: User) -> MembershipApplication:
    """A draft on behalf of an organization, with the code by which it takes the application over.

    One's own that is still empty is given again: two taps on the button make one form.

    Raises:
        NotYourCase: the person enters no paper forms.
    """
    if not user_can_file(by):
        raise NotYourCase
    untouched = MembershipApplication.objects.drafts().filter(filed_by=by, applicant=None, kind=kind, name="")
    if paper := untouched.filter(phone="", leader_name="", current_work="", documents=None, province=None).first():
        return paper
    return MembershipApplication.objects.create(kind=kind, filed_by=by, code=new_code(), code_until=_last_day())


def save_paper(
    application: MembershipApplication,
    *,
    by: User,
    answers: Mapping[str, Any],
    accepted_by: str = "",
    scan: ContentFile | None = None,
    proof: ContentFile | None = None,
    removed: Iterable[ApplicationDocument] = (),
) -> MembershipApplication:
    """Keep what was copied from the paper, complete or not.

    `accepted_by` is who signed the privacy notice, `scan` a picture of the form, `proof` the document of its legal
    form; `removed` are documents to take out again.

    Raises:
        NotYourCase, CaseMoved: as `save_answers`.
    """
    with transaction.atomic():
        present = save_answers(application, by=by, answers=answers)
        present.accepted_by = accepted_by
        present.save(update_fields=["accepted_by"])
        for document in removed:
            remove_document(document, by=by)
        for file, kind in ((scan, DocumentKind.OTHER), (proof, proof_of(present.legal_form))):
            if file:
                name = getattr(file, "typed_name", "")
                add_document(present, by=by, kind=kind, file=file, name=name, is_paper_form=file is scan)
    return present


def renew_code(application: MembershipApplication, *, by: User) -> MembershipApplication:
    """Another code, with all its days before it: the old sheet was lost, or its days are over.

    Raises:
        NotYourCase: the person does not keep the paper form, or the organization has taken it over.
    """
    with transaction.atomic():
        present = locked_case(application)
        if not user_keeps_paper(by, present):
            raise NotYourCase
        present.code, present.code_until = new_code(), _last_day()
        present.save(update_fields=["code", "code_until"])
    return present


def take_over(code: str, *, by: User) -> MembershipApplication:
    """Make `by` the applicant of the paper form with this code; the code is spent.

    Raises:
        CodeUnknown: no such code, or its days are over.
    """
    with transaction.atomic():
        rows = MembershipApplication.objects.select_for_update(of=("self",), no_key=True)
        application = rows.with_code(code).first()
        if application is None:
            raise CodeUnknown
        # The holder of the code has no other part in the case, so the role is given and not looked up.
        step = take_step(
            application,
            CaseAction.TAKE_OVER,
            by=by,
            roles=frozenset({CaseRole.HOLDER}),
            applicant=by,
            code=None,
            language=by.language,
        )
        # Approved before anybody took it over: the organization stands in the register without a representative.
        if step.application.status == ApplicationStatus.APPROVED and step.application.organization:
            tell_of_newcomer(appoint(by, step.application.organization))
        if step.entry:
            tell(step.application, step.entry)
    return step.application


def _last_day() -> date:
    return timezone.localdate() + timedelta(days=MembershipSettings.load().claim_code_days)
