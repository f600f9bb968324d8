"""Loads the demo's applications and claims: the actions themselves, taken by the people of the data file."""

import io
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from network import actions
from network.actions.decisions import Decision
from network.actions.steps import take_step
from network.actions.terms.beginning import term_end
from network.demo.past import days_ago, days_before_today, letters_have_arrived
from network.documents import prepared_document
from network.enums import ApplicationKind, CaseAction, DocumentKind
from network.exceptions import CaseRefused
from network.mail.cases import tell
from network.models import (
    Claim,
    District,
    Issue,
    Membership,
    MembershipApplication,
    Organization,
    PrivacyNotice,
    Province,
    Subdistrict,
    fee_on,
)
from portal.models import User
from portal.pdf import pdf
from portal.thai.phones import parse_phone

CASES = Path(__file__).with_name("cases.toml")
DOCUMENT = Path(__file__).with_name("document.typ")
PLACES = {"province": Province, "district": District, "subdistrict": Subdistrict}
OBJECTION_DAYS = 15

# Of a step, what `Decision` carries.
WORDS = ("message", "remark", "meeting", "meeting_url")

type Row = dict[str, Any]


def load_cases() -> None:
    """Bring every application and claim that is missing to where its steps lead; those that exist stay."""
    data = read_cases()
    people = {str(user.email): user for user in User.objects.filter(email__endswith="@example.org")}
    organizations = {o.entry.slug: o for o in Organization.objects.select_related("entry")}
    kept = set(MembershipApplication.objects.values_list("token", flat=True))
    with letters_have_arrived():
        for row in data["application"]:
            if token_of(row) not in kept and row.get("organization") in {None, *organizations}:
                with left_out_if_refused():
                    load_application(row, data["defaults"], people, organizations)
        for row in data["claim"]:
            if row["organization"] in organizations:
                with left_out_if_refused():
                    load_claim(row, people, organizations[row["organization"]])


@contextmanager
def left_out_if_refused() -> Iterator[None]:
    """Whoever plays with the demo may have relieved a coordinator, or begun the very same application."""
    with suppress(CaseRefused), transaction.atomic():
        yield


def read_cases() -> Row:
    return tomllib.loads(CASES.read_text(encoding="utf-8"))


def token_of(row: Row) -> UUID:
    """The same at every load: it tells whether the application is there, whatever became of it."""
    return uuid5(NAMESPACE_URL, f"https://example.org/applications/{row['key']}")


def load_application(row: Row, defaults: Row, people: dict[str, User], organizations: dict[str, Organization]) -> None:
    by = people[row["by"]]
    with days_before_today(row["days"]):
        case = begun(row, by, organizations.get(row.get("organization", "")))
        answers = row["answers"] if row["kind"] == ApplicationKind.PROVINCIAL else defaults | row["answers"]
        # A draft is one that nobody has finished: it has only what it says.
        case = actions.save_answers(case, by=by, answers=typed(answers if "steps" in row else row["answers"]))
        for kind in row.get("documents", []):
            add_sample(case, kind, by)
    for step in row.get("steps", []):
        with days_before_today(step["days"]):
            case = take(case, step, people.get(step.get("by", "")))


def begun(row: Row, by: User, organization: Organization | None) -> MembershipApplication:
    kind = ApplicationKind(row["kind"])
    if row.get("paper"):
        case = actions.file_paper(kind, by=by)
        case.code = row.get("code", case.code)
    else:
        case = actions.begin_application(kind, by=by, organization=organization)
    case.token = token_of(row)
    case.save(update_fields=["token", "code"])
    return case


def typed(answers: Row) -> Row:
    """The answers as a form would have cleaned them."""
    ready = dict(answers)
    for name, model in PLACES.items():
        if name in ready:
            ready[name] = model._default_manager.get(pk=ready[name])
    if "phone" in ready:
        ready["phone"] = parse_phone(ready["phone"])
    if "issues" in ready:
        ready["issues"] = list(Issue.objects.filter(slug__in=ready["issues"]))
    return ready


@cache
def sample_of(kind: DocumentKind) -> bytes:
    return pdf(DOCUMENT, {"title": str(kind.label)})


def add_sample(case: MembershipApplication, kind: str, by: User) -> None:
    content = sample_of(DocumentKind(kind))
    file = prepared_document(io.BytesIO(content), len(content))
    actions.add_document(case, by=by, kind=kind, file=file, name=f"{kind}.pdf")


def take(case: MembershipApplication, step: Row, by: User | None) -> MembershipApplication:
    words: Row = {name: step[name] for name in WORDS if name in step}
    action = CaseAction(step["do"])
    if by is None or action == CaseAction.ANNOUNCE:
        return of_the_portal(case, action, by, step, words)
    if action == CaseAction.SUBMIT:
        accepted_by = step.get("accepted_by", by.name)
        return actions.submit_application(case, by=by, accepted_by=accepted_by, notice=PrivacyNotice.objects.current())
    if action == CaseAction.ANSWER:
        return actions.answer_question(case, by=by, **words)
    if action == CaseAction.WITHDRAW:
        return actions.withdraw_application(case, by=by, **words)
    case = actions.decide(case, action, by=by, decision=Decision(**words))
    if action == CaseAction.APPROVE:
        begin_in_the_past(Membership.objects.select_related("tier").get(application=case), step["days"])
    return case


def of_the_portal(
    case: MembershipApplication, action: CaseAction, by: User | None, step: Row, words: Row
) -> MembershipApplication:
    """What the clock does, and an announcement, which only a council with an objection period makes."""
    changes: Row = {}
    if action == CaseAction.ANNOUNCE:
        changes["objections_until"] = timezone.localdate() + timedelta(days=OBJECTION_DAYS - step["days"])
    with transaction.atomic():
        taken = take_step(case, action, by=by, **words, **changes)
        if taken.entry:
            tell(taken.application, taken.entry)
    return taken.application


def begin_in_the_past(membership: Membership, days: int) -> None:
    """So many days ago; one whose fee nobody has paid goes on waiting."""
    if membership.begun_on is None:
        return
    membership.begun_on = membership.starts_on = timezone.localdate(days_ago(days))
    fee = fee_on(membership.tier, membership.starts_on)
    membership.ends_on = term_end(membership.starts_on, fee.months if fee else None)
    membership.save(update_fields=["begun_on", "starts_on", "ends_on"])


def load_claim(row: Row, people: dict[str, User], organization: Organization) -> None:
    by = people[row["by"]]
    if Claim.objects.filter(organization=organization, claimant=by).exists():
        return
    with days_before_today(row["days"]):
        said = {"position": row["position"], "phone": parse_phone(row["phone"]), "message": row.get("message", "")}
        claim = actions.make_claim(organization, by=by, **said)
    if "did" in row:
        answer = {"accept": actions.accept_claim, "refuse": actions.refuse_claim}[row["did"]]
        with days_before_today(row["did_days"]):
            answer(claim, by=people[row["did_by"]], reason=row["reason"])
