"""Paper forms: entered by a coordinator or the secretariat, taken over by the organization with a code."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from network.actions.admission import appoint
from network.actions.steps import take_step
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, CaseRole
from network.exceptions import CodeUnknown, NotYourCase
from network.mail.cases import tell
from network.mail.claims import tell_of_newcomer
from network.models import MembershipApplication, MembershipSettings
from network.permissions import user_can_file
from portal.models import User
from portal.thai.text import to_arabic_digits

# Without the letters and figures that people mistake for one another.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8


def file_paper(kind: ApplicationKind, *, by: User) -> MembershipApplication:
    """A draft on behalf of an organization, with the code by which it takes the application over.

    Raises:
        NotYourCase: the person enters no paper forms.
    """
    if not user_can_file(by):
        raise NotYourCase
    until = timezone.localdate() + timedelta(days=MembershipSettings.load().claim_code_days)
    return MembershipApplication.objects.create(kind=kind, filed_by=by, code=new_code(), code_until=until)


def take_over(code: str, *, by: User) -> MembershipApplication:
    """Make `by` the applicant of the paper form with this code; the code is spent.

    Raises:
        CodeUnknown: no such code, or its days are over.
    """
    with transaction.atomic():
        application = _with_code(code)
        if application is None:
            raise CodeUnknown
        step = take_step(
            application,
            CaseAction.TAKE_OVER,
            by=by,
            roles=frozenset({CaseRole.HOLDER}),
            applicant=by,
            code=None,
            language=by.language,
        )
        if step.application.status == ApplicationStatus.APPROVED and step.application.organization:
            tell_of_newcomer(appoint(by, step.application.organization))
        if step.entry:
            tell(step.application, step.entry)
    return step.application


def new_code() -> str:
    """Eight letters and figures from 31: 40 bits, for one use and some months."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown_code(code: str) -> str:
    """A code as it is printed: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"


def typed_code(text: str) -> str:
    """A code as people type it: small letters, spaces, dashes and Thai digits do no harm."""
    return "".join(letter for letter in to_arabic_digits(text).upper() if letter.isalnum())


def _with_code(text: str) -> MembershipApplication | None:
    rows = MembershipApplication.objects.select_for_update(of=("self",), no_key=True)
    open_ones = rows.exclude(status__in=(ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN))
    return open_ones.filter(
        code=typed_code(text)[:12], code_until__gte=timezone.localdate(), applicant__isnull=True
    ).first()
