"""The demo's duplicates: two pairs to look at, one merge to undo."""

import pytest
from django.contrib.auth import get_user_model

from network.demo.duplicates import load_duplicates, read_rows
from network.merging.apart import keep_apart
from network.merging.pairs import likely_pairs
from network.merging.plan import plan
from network.merging.undoing import undo_merge, what_returns
from network.models import Merge, NotTheSame, Organization

pytestmark = pytest.mark.django_db


def registrar():
    return get_user_model().objects.get(email="registrar@example.org")


def test_two_pairs_are_likely_and_nothing_keeps_them_from_being_merged(demo):
    pairs = likely_pairs()
    assert len(pairs) == 2
    for pair in pairs:
        assert (
            plan(*Organization.objects.select_related("entry").in_bulk([pair.one, pair.other]).values()).obstacles == []
        )


def test_one_merge_can_be_undone(demo):
    merge = Merge.objects.get()
    assert merge.can_be_undone
    assert what_returns(merge).left == []
    assert undo_merge(merge, by=registrar()).undone_at


def test_the_99_of_the_directory_are_still_99(demo):
    assert Organization.objects.listed().count() == 99


def test_loading_again_changes_nothing_that_somebody_has_decided(demo):
    first, second = likely_pairs()
    keep_apart(*Organization.objects.in_bulk([first.one, first.other]).values(), by=registrar())
    undo_merge(Merge.objects.get(), by=registrar())
    before = Organization.objects.count()
    load_duplicates()
    assert (Organization.objects.count(), Merge.objects.count(), NotTheSame.objects.count()) == (before, 1, 1)
    assert second in likely_pairs()


def test_every_name_says_that_it_is_a_sample():
    for row in read_rows():
        assert row["says"]["name"].startswith("ตัวอย่าง")
        assert row["says"].get("name_en", "Sample").startswith("Sample")
