"""The demo's list is untidy on purpose, and shows every outcome."""

import pytest

from network.demo.sample_list import sample_list
from network.enums import ImportOutcome
from network.importing import intake, previewing

pytestmark = pytest.mark.django_db


def test_it_has_rows_of_every_kind_in_the_demo(demo):
    run = previewing.preview(intake.take_in(sample_list(), "ตัวอย่าง.xlsx", by=None), by=None)
    assert set(run.counts) == {outcome.value for outcome in ImportOutcome}
    assert run.counts["new"] > 15
    assert run.heading_row == 5
    assert [words for _index, words, field, _samples in run.columns if not field] == ["หมายเหตุ"]
    assert all(row.name.startswith("ตัวอย่าง") for row in run.rows.all() if row.name)
