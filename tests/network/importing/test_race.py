"""Two people import at the same moment: real threads, real connections, on SQLite and on PostgreSQL."""

from collections import Counter
from functools import partial

import pytest

from network.enums import ImportState
from network.importing.carrying import carry_out
from network.importing.exceptions import ImportRefused, OtherImportRuns, RegisterMoved
from network.models import ImportRun, Organization
from tests.factories.importing import checked
from tests.factories.network import ProvinceFactory
from tests.racing import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def province():
    return ProvinceFactory()


def imported(run):
    """The state it ends in, or why it was refused."""
    try:
        return carry_out(run, by=None).state
    except ImportRefused as refusal:
        return type(refusal)


def test_the_same_list_pressed_twice_is_imported_once():
    run = checked(*[[f"มูลนิธิ {number}", "เพชรบุรี"] for number in range(20)])
    answers = Counter(together([partial(imported, run)] * 3))
    assert answers[ImportState.DONE] >= 1
    assert set(answers) <= {ImportState.DONE, OtherImportRuns}
    assert Organization.objects.count() == 20


def test_of_two_lists_with_the_same_organizations_none_is_entered_twice():
    rows = [[f"มูลนิธิ {number}", "เพชรบุรี"] for number in range(20)]
    runs = [checked(*rows), checked(*rows)]
    answers = together([partial(imported, run) for run in runs])
    assert ImportState.DONE in answers
    # Who was second is told of the first, or that the register has changed.
    assert set(answers) <= {ImportState.DONE, OtherImportRuns, RegisterMoved}
    assert Organization.objects.count() == 20
    assert not ImportRun.objects.filter(state=ImportState.RUNNING).exists()
