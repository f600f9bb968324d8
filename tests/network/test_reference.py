import pytest

from network.enums import Region
from network.models import Issue, Province
from network.reference import load_first_issues, load_issues, load_provinces

pytestmark = pytest.mark.django_db


def test_there_are_77_provinces_in_six_regions():
    load_provinces()
    assert Province.objects.count() == 77
    assert set(Province.objects.values_list("region", flat=True)) == set(Region.values)


def test_provinces_stand_in_the_order_of_a_thai_dictionary():
    load_provinces()
    names = list(Province.objects.values_list("name", flat=True))
    assert names[:3] == ["กระบี่", "กรุงเทพมหานคร", "กาญจนบุรี"]
    assert names[-1] == "อุบลราชธานี"


def test_repeating_doubles_nothing_and_keeps_what_was_edited():
    load_provinces()
    Province.objects.filter(code="TH-76").update(region=Region.CENTRAL)
    load_provinces()
    assert Province.objects.count() == 77
    assert Province.objects.get(code="TH-76").region == Region.CENTRAL


def test_other_names_are_kept_a_line_each():
    load_provinces()
    assert "โคราช" in Province.objects.get(code="TH-30").aliases.splitlines()


def test_the_first_issues_come_once():
    load_first_issues()
    count = Issue.objects.count()
    Issue.objects.first().delete()
    load_first_issues()
    assert Issue.objects.count() == count - 1


def test_missing_issues_are_added_beside_edited_ones():
    load_issues()
    Issue.objects.filter(slug="health").update(name="สุขภาวะ")
    Issue.objects.get(slug="disaster").delete()
    load_issues()
    assert Issue.objects.get(slug="health").name == "สุขภาวะ"
    assert Issue.objects.filter(slug="disaster").exists()
