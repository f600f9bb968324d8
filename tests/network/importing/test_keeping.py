"""Brought lists are kept for their days, and not longer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network import daily
from network.importing.carrying import carry_out
from network.models import ImportRow, ImportRun, MembershipSettings, Organization
from tests.factories.importing import checked
from tests.factories.network import ProvinceFactory

pytestmark = pytest.mark.django_db
STEP = next(step for step in daily.STEPS if step.order == 241)


@pytest.fixture
def run():
    ProvinceFactory()
    return checked(["มูลนิธิ ก", "เพชรบุรี"])


def pass_by(days):
    ImportRun.objects.update(created_at=timezone.now() - timedelta(days=days))


@pytest.mark.parametrize(("days", "count"), [(0, 0), (89, 0), (91, 1)])
def test_a_list_is_due_when_its_days_are_over(run, days, count):
    pass_by(days)
    assert STEP.due().count() == count


def test_the_council_says_how_many(run):
    settings = MembershipSettings.load()
    settings.keep_import_days = 7
    settings.save()
    pass_by(8)
    assert STEP.due().count() == 1


def test_of_an_imported_list_the_line_and_what_was_imported_stay(
    run, private_files, django_capture_on_commit_callbacks
):
    carry_out(run, by=None)
    pass_by(91)
    with django_capture_on_commit_callbacks(execute=True):
        assert STEP.take(STEP.due().get())
    kept = ImportRun.objects.get()
    assert (kept.file.name, kept.result["new"], ImportRow.objects.count()) == ("", 1, 0)
    assert "มูลนิธิ ก" not in str(kept.columns)
    assert not list(private_files.rglob("*.xlsx"))
    assert Organization.objects.count() == 1
    assert not STEP.due().exists()


def test_of_one_that_was_not_imported_nothing_stays(run, private_files, django_capture_on_commit_callbacks):
    pass_by(91)
    with django_capture_on_commit_callbacks(execute=True):
        assert STEP.take(STEP.due().get())
    assert not ImportRun.objects.exists()
    assert not list(private_files.rglob("*.xlsx"))


def test_taking_it_twice_does_no_harm(run):
    pass_by(91)
    row = STEP.due().get()
    assert STEP.take(row)
    assert not STEP.take(row)
