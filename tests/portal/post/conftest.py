from pathlib import Path

import pytest
from wagtail import hooks

from portal.letters import LetterKind, Variable
from portal.models import Identity

KIND = LetterKind(
    code="tests.sample",
    name="Sample kind",
    why="You get this mail because {organization} applied.",
    folder=Path(__file__).parent / "words",
    variables={
        "organization": Variable("the organization", "Sample association"),
        "reason": Variable("why", "Sample reason"),
        "case_link": Variable("leads to the application", "https://portal.example/case/", is_link=True),
    },
)
CONTEXT = {"organization": "สมาคมตัวอย่าง", "reason": "", "case_link": "https://portal.example/case/7/"}


@pytest.fixture(autouse=True)
def kind():
    with hooks.register_temporarily("register_letter_kinds", lambda: [KIND]):
        yield KIND


@pytest.fixture
def context():
    return dict(CONTEXT)


@pytest.fixture
def council(db):
    identity = Identity.load()
    identity.phone, identity.email = "02 000 0000", "council@example.org"
    identity.save()
    return identity
