import pytest
from django.core.checks import Tags, run_checks
from django.db import connection

from network.checks import character_type, ctype_warnings, database_reads_thai_letters


@pytest.mark.parametrize("ctype", ["C", "POSIX"])
def test_a_database_that_sees_no_thai_letters_is_warned_of(ctype):
    (warning,) = ctype_warnings(ctype)
    assert warning.id == "network.W001"
    assert ctype in warning.msg


@pytest.mark.parametrize("ctype", ["", "C.UTF-8", "en_US.UTF-8", "th_TH.UTF-8"])
def test_any_other_database_is_fine(ctype):
    assert ctype_warnings(ctype) == []


@pytest.mark.django_db
def test_the_check_asks_the_database_that_is_used():
    assert run_checks(tags=[Tags.database], databases=["default"]) == ctype_warnings(character_type("default"))
    assert bool(character_type("default")) == (connection.vendor == "postgresql")


def test_without_databases_nothing_is_asked():
    assert database_reads_thai_letters() == []
