"""What whoever writes an application does with it: begin, write, send, answer, withdraw."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from network.actions.steps import locked_case, take_step
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, CaseRole
from network.exceptions import AlreadyAMember, AnswersMissing, CaseMoved, NotYourCase
from network.mail.cases import tell
from network.models import Coordinator, Membership, MembershipApplication, Organization, PrivacyNotice
from network.models.answers import ANSWERS, missing_answers
from network.permissions import rule_for, user_acts_for, user_keeps_paper, user_represents
from portal.models import User


def begin_application(
    kind: ApplicationKind,
    *,
    by: User,
    organization: Organization | None = None,
    name: str = "",
    token: UUID | None = None,
) -> MembershipApplication:
    """A new draft; an organization of the register that wants the other membership brings its answers along.

    `token` is made with the form that begins it: the same one again gives the same draft.

    Raises:
        NotYourCase: the person does not represent that organization.
        AlreadyAMember: it has such an application on its way, or such a membership.
    """
    if begun := _begun(token, by):
        return begun
    application = MembershipApplication(
        kind=kind, applicant=by, language=by.language, name=name, token=token or uuid4()
    )
    if organization is not None:
        if not user_represents(by, organization.pk):
            raise NotYourCase
        _bring_along(application, organization)
    try:
        with transaction.atomic():
            application.save()
            if organization is not None:
                application.issues.set(organization.issues.all())
    # The named constraint decides the race; a question before the insert could not.
    except IntegrityError:
        # The other click of a double one may have been the faster.
        if begun := _begun(token, by):
            return begun
        raise AlreadyAMember from None
    return application


def save_answers(application: MembershipApplication, *, by: User, answers: Mapping[str, Any]) -> MembershipApplication:
    """Keep the given answers (names as in `network.models.answers.ANSWERS`); the others stay as they are.

    Raises:
        NotYourCase: the person does not write this application.
        CaseMoved: it has been sent meanwhile.
    """
    unknown = set(answers) - set(ANSWERS)
    if unknown:
        raise ValueError(f"no such answers: {sorted(unknown)}")
    with transaction.atomic():
        present = writable(application, by)
        for name, value in answers.items():
            # Many-to-many rows can only be set once the application is saved.
            if name != "issues":
                setattr(present, name, value)
        present.save()
        if "issues" in answers:
            present.issues.set(answers["issues"])
    return present


def submit_application(
    application: MembershipApplication, *, by: User, accepted_by: str, notice: PrivacyNotice | None
) -> MembershipApplication:
    """Send it to the centre of its province; without anybody there, the secretariat gets it at once.

    `accepted_by` is the name of the person who accepts the privacy notice. Sending twice sends once.

    Raises:
        AnswersMissing: with the questions that still have no answer.
        NotYourCase, CaseMoved: as `take_step`.
    """
    with transaction.atomic():
        present = locked_case(application)
        missing = missing_answers(present) if present.status == ApplicationStatus.DRAFT else []
        # A stranger is refused as one, and does not learn what is missing.
        if missing and user_may_write(by, present):
            raise AnswersMissing(missing)
        now = timezone.now()
        step = take_step(
            present,
            CaseAction.SUBMIT,
            by=by,
            accepted_by=accepted_by,
            accepted_at=now,
            notice=notice,
            submitted_at=now,
        )
        if step.entry:
            present = hand_up_if_nobody_is_there(step.application)
            tell(present, step.entry)
            return present
    return step.application


def answer_question(application: MembershipApplication, *, by: User, message: str = "") -> MembershipApplication:
    """Send it back to whoever asked, with the changed answers and, if there is one, a message.

    Raises:
        AnswersMissing: an answer that is needed was taken out meanwhile.
        NotYourCase, CaseMoved: as `take_step`.
    """
    with transaction.atomic():
        present = locked_case(application)
        missing = missing_answers(present) if present.status == ApplicationStatus.RETURNED else []
        if missing and user_may_write(by, present):
            raise AnswersMissing(missing)
        step = take_step(present, CaseAction.ANSWER, by=by, message=message)
        if step.entry:
            present = step.application
            if present.status == ApplicationStatus.SUBMITTED:
                present = hand_up_if_nobody_is_there(present)
            tell(present, step.entry)
            return present
    return step.application


def withdraw_application(application: MembershipApplication, *, by: User, message: str = "") -> MembershipApplication:
    """Take a sent application back for good; another one may be begun.

    Raises:
        NotYourCase, CaseMoved: as `take_step`.
    """
    with transaction.atomic():
        # The printed code dies with it: nobody may take over what is withdrawn.
        step = take_step(application, CaseAction.WITHDRAW, by=by, message=message, code=None)
        if step.entry:
            tell(step.application, step.entry)
    return step.application


def discard_draft(application: MembershipApplication, *, by: User) -> None:
    """Delete what was never sent, files included; harmless when it is gone already.

    Raises:
        NotYourCase, CaseMoved: it is not the person's, or it has been sent.
    """
    with transaction.atomic():
        # `first`, not `get`: the other click of a double one has deleted it already.
        present = MembershipApplication.objects.select_for_update(of=("self",)).filter(pk=application.pk).first()
        if present is None:
            return
        if not user_may_write(by, present):
            raise NotYourCase
        if present.status != ApplicationStatus.DRAFT:
            raise CaseMoved
        erase(present)


def erase(application: MembershipApplication) -> None:
    """Delete the row, its timeline and its documents; their files go once the caller's transaction is over."""
    files = [document.file for document in application.documents.all()]
    # Its entries are protected, so that no other deletion takes a history along by accident.
    application.timeline.all().delete()
    application.delete()
    transaction.on_commit(partial(_erase_files, files), robust=True)


def _erase_files(files) -> None:
    for file in files:
        file.storage.delete(file.name)


def writable(application: MembershipApplication, by: User) -> MembershipApplication:
    """The locked application when `by` may write its answers now, to be saved; raises as `save_answers`."""
    present = locked_case(application)
    if not user_may_write(by, present):
        raise NotYourCase
    if rule_for(CaseAction.SAVE, present, frozenset({CaseRole.APPLICANT, CaseRole.FILER})) is None:
        raise CaseMoved
    # Whoever goes on with a draft that was to be deleted keeps it.
    present.ends_on = None
    return present


def user_may_write(user: User, application: MembershipApplication) -> bool:
    """Its applicant or the organization's people; before anyone took it over, whoever keeps the paper form."""
    return user_keeps_paper(user, application) or user_acts_for(user, application)


def hand_up_if_nobody_is_there(application: MembershipApplication) -> MembershipApplication:
    """A vacant centre, or one whose every coordinator acts for the organization, strands nobody."""
    serving = Coordinator.objects.active().for_province(application.province_id).select_related("user")
    if application.is_handed_up or any(not user_acts_for(row.user, application) for row in serving):
        return application
    return take_step(application, CaseAction.HAND_UP, by=None).application


def _begun(token: UUID | None, by: User) -> MembershipApplication | None:
    """The person's own application under that token; a stranger's is nobody's business."""
    if token is None:
        return None
    begun = MembershipApplication.objects.filter(token=token).first()
    if begun and not user_may_write(by, begun):
        raise NotYourCase
    return begun


def _bring_along(application: MembershipApplication, organization: Organization) -> None:
    if Membership.objects.open().filter(organization=organization, tier__kind=application.kind).exists():
        raise AlreadyAMember
    entry = organization.entry
    application.organization = organization
    application.province = entry.province
    application.legal_form = entry.legal_form
    application.registration_number = entry.registration_number
    application.registered_on = entry.registered_on
    for name in ("name", "name_en", "current_work", "target_groups", "leader_name", "phone", "email", "year_started"):
        setattr(application, name, getattr(organization, name))
