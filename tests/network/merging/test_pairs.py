"""Likely pairs: what brings two organizations together, what keeps them apart, and what it costs."""

import pytest
from django.core.cache import cache

from network.enums import EntryStatus
from network.merging.apart import keep_apart
from network.merging.merging import merge_organizations
from network.merging.pairs import MOST, Why, likely_pairs
from network.models import Organization
from tests.factories.network import OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db


def make(name, **fields):
    """An organization with nothing but this name."""
    return OrganizationFactory(name=name, name_en="", **fields)


def whys(one, other) -> list[Why]:
    found = {(pair.one, pair.other): pair for pair in likely_pairs()}
    pair = found.get((one.pk, other.pk))
    return [*pair.whys] if pair else []


@pytest.mark.parametrize(
    ("name", "other", "why"),
    [
        ("สมาคมรักแม่น้ำเพชร", "ชมรมรักแม่น้ำเพชร", Why.SAME_NAME),
        ("สมาคมรักแม่น้ำเพชร", "กลุ่ม รักแม่น้ำเพชร จังหวัดเพชรบุรี", Why.SAME_NAME),
        ("สมาคมส่งเสริมอาชีพสตรีบ้านลาด", "สมาคมส่งเสริมอาชีบสตรีบ้านลาด", Why.ALIKE_NAME),
        ("ชมรมผู้สูงอายุบ้านแหลม ๑", "ชมรมผู้สูงอายุบ้านแหลม 1", Why.SAME_NAME),
    ],
)
def test_a_name_in_other_words_is_the_same_name(name, other, why):
    assert whys(make(name), make(other)) == [why]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("เครือข่ายป่าต้นน้ำตอนบน", "เครือข่ายป่าต้นน้ำตอนล่าง"),
        ("ชมรมผู้สูงอายุหมู่ 3", "ชมรมผู้สูงอายุหมู่ 7"),
        ("สมาคมสตรี", "สมาคมสตูล"),
    ],
)
def test_two_names_that_contradict_each_other_are_two_organizations(name, other):
    assert whys(make(name), make(other)) == []


def test_a_long_name_is_known_again_in_another_province_and_a_short_one_is_not():
    ratchaburi = ProvinceFactory(code="TH-70", name="ราชบุรี", name_en="Ratchaburi")
    long = make("มูลนิธิเพื่อการพัฒนาเด็กชนบท"), make("มูลนิธิเพื่อการพัฒนาเด็กชนบท", entry__province=ratchaburi)
    short = make("ชมรมคนรักแมว"), make("ชมรมคนรักแมว", entry__province=ratchaburi)
    assert whys(*long) == [Why.NAME_ELSEWHERE]
    assert whys(*short) == []


def test_things_in_common_say_together_what_none_says_alone():
    shared = {"phone": "+6632400000", "leader_name": "ตัวอย่าง หัวหน้าทีม"}
    one, other = make("กลุ่มออมทรัพย์", **shared), make("ศูนย์เรียนรู้", **shared)
    third = make("ชมรมเรือพาย", phone="+6632400000")
    assert whys(one, other) == [Why.PHONE, Why.LEADER]
    assert whys(one, third) == []


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"email": "group@example.org"}, Why.EMAIL),
        ({"facebook": "https://www.facebook.com/group"}, Why.WEB),
        ({"address": "89 หมู่ 4 ต.โพไร่หวาน"}, Why.ADDRESS),
    ],
)
def test_whatever_is_shared_is_named(fields, why):
    one = make("กลุ่มออมทรัพย์", phone="+6632400000", **fields)
    other = make("ศูนย์เรียนรู้", phone="+6632400000", **fields)
    assert why in whys(one, other)


def test_a_registration_number_is_one_of_its_province():
    numbered = {"entry__registration_number": "พบ. ๑๒/๒๕๕๐"}
    one, other = make("กลุ่มออมทรัพย์", **numbered), make("ศูนย์เรียนรู้", entry__registration_number="12/2550")
    ratchaburi = ProvinceFactory(code="TH-70", name="ราชบุรี", name_en="Ratchaburi")
    third = make("ชมรมเรือพาย", entry__province=ratchaburi, **numbered)
    assert whys(one, other) == [Why.REGISTRATION]
    assert whys(one, third) == []


def test_what_many_share_says_nothing():
    shared = {"phone": "+6632400000", "email": "centre@example.org"}
    names = ("ออมทรัพย์", "เรือพาย", "ป่าชายเลน", "ผู้สูงวัย", "นกเงือก", "ดนตรีไทย", "ผักสวนครัว", "อาสาสมัคร", "ทอผ้า")
    rows = [make(f"กลุ่ม{name}", **shared) for name in names]
    assert len(rows) == MOST + 1
    assert likely_pairs() == []


def test_unpublished_ones_are_found_too():
    one = make("สมาคมรักแม่น้ำเพชร")
    other = make("ชมรมรักแม่น้ำเพชร", live=False, entry__status=EntryStatus.PENDING)
    assert whys(one, other) == [Why.SAME_NAME]


def test_the_surest_come_first():
    sure = {"phone": "+6632400000", "email": "group@example.org"}
    make("สมาคมส่งเสริมอาชีพสตรีบ้านลาด"), make("สมาคมส่งเสริมอาชีบสตรีบ้านลาด")
    one, other = make("สมาคมรักแม่น้ำเพชร", **sure), make("ชมรมรักแม่น้ำเพชร", **sure)
    first, second = likely_pairs()
    assert (first.one, first.other) == (one.pk, other.pk)
    assert 100 >= first.score > second.score >= 50


def test_a_pair_that_was_told_apart_is_not_shown_again(registrar):
    one, other = make("สมาคมรักแม่น้ำเพชร"), make("ชมรมรักแม่น้ำเพชร")
    assert whys(one, other)
    keep_apart(other, one, by=registrar)
    assert whys(one, other) == []


def test_what_was_said_of_a_merged_one_is_said_of_its_winner(registrar):
    one, other = make("สมาคมรักแม่น้ำเพชร"), make("ชมรมรักแม่น้ำเพชร")
    third = make("กลุ่มรักแม่น้ำเพชร")
    keep_apart(other, third, by=registrar)
    merge_organizations(one, other, by=registrar)
    assert likely_pairs() == []


def test_the_pairs_cost_the_same_however_many_there_are(django_assert_num_queries):
    make("สมาคมรักแม่น้ำเพชร"), make("ชมรมรักแม่น้ำเพชร")
    cache.clear()
    with django_assert_num_queries(4):
        assert len(likely_pairs()) == 1
    with django_assert_num_queries(3):
        likely_pairs()
    for number in range(10, 20):
        make(f"สมาคมออมทรัพย์บ้านไร่ {number}"), make(f"กลุ่มออมทรัพย์บ้านไร่ {number}")
    cache.clear()
    with django_assert_num_queries(4):
        assert len(likely_pairs()) == 11


def test_a_block_that_is_too_large_is_looked_at_by_more_letters(monkeypatch):
    from network.merging import pairs

    monkeypatch.setattr(pairs, "LARGEST", 3)
    one, other = make("สมาคมรักแม่น้ำเพชร"), make("ชมรมรักแม่น้ำเพชร")
    for word in ("ภูเขาเขียว", "ทะเลลึก", "ป่าใหญ่", "ท้องนา"):
        make(f"สมาคมรัก{word}")
    assert whys(one, other) == [Why.SAME_NAME]


def test_new_words_are_compared_at_once():
    one, other = make("สมาคมรักแม่น้ำเพชร"), make("สมาคมเรือพาย")
    assert whys(one, other) == []
    draft = Organization.objects.get(pk=other.pk)
    draft.name = "ชมรมรักแม่น้ำเพชร"
    draft.save_revision().publish()
    assert whys(one, other) == [Why.SAME_NAME]
