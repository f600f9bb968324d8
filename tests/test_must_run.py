"""A run that silently left out the browser or PostgreSQL is red."""

import pytest

from tests.databases import ROOT

TESTS = """
import pytest

@pytest.mark.browser
def test_seen():
    pass

@pytest.mark.postgresql
def test_left_out():
    pytest.skip("no server")
"""


@pytest.fixture
def run(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(TESTS)
    options = ["-p", "tests.must_run", "-p", "no:django", "-p", "no:playwright", "-p", "no:cacheprovider"]
    return lambda *marks: pytester.runpytest_subprocess(*options, *[f"--must-run={mark}" for mark in marks])


@pytest.mark.parametrize(("marks", "code"), [([], 0), (["browser"], 0), (["postgresql"], 1), (["nowhere"], 1)])
def test_only_what_ran_counts(run, marks, code):
    assert run(*marks).ret == code


def test_what_is_missing_is_said(run):
    run("postgresql").stdout.fnmatch_lines(["*tests marked 'postgresql' must run: 0 ran, 1 skipped*"])
