"""The cast of an application: applicant, two coordinators of one province, one of another, a registrar."""

import pytest

from network.enums import ApplicationKind, ApplicationStatus
from tests.factories.membership import (
    ApplicationDocumentFactory,
    ApplicationFactory,
    CoordinatorFactory,
)
from tests.factories.network import CoordinationCentreFactory, IssueFactory, ProvinceFactory


@pytest.fixture
def coordinator(workflow):
    return CoordinatorFactory(user__name="ตัวอย่าง ผู้ประสานงาน").user


@pytest.fixture
def second_coordinator(coordinator):
    return CoordinatorFactory().user


@pytest.fixture
def elsewhere(workflow):
    """The coordinator of another province."""
    nan = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
    return CoordinatorFactory(centre=CoordinationCentreFactory(provinces=[nan])).user


@pytest.fixture
def make(workflow):
    """Makes an application of a kind in a status, complete enough to be sent."""

    def application(kind=ApplicationKind.PROVINCIAL, status=ApplicationStatus.SUBMITTED, **fields):
        national = kind == ApplicationKind.NATIONAL
        row = ApplicationFactory(
            national=national, sent=status != ApplicationStatus.DRAFT, issues=[IssueFactory()] if national else None
        )
        if national:
            ApplicationDocumentFactory(application=row)
        for name, value in {"status": status, **fields}.items():
            setattr(row, name, value)
        row.save()
        return row

    return application
