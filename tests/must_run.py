"""`--must-run browser`: a run in which no test of that mark ran, or one was skipped, is red."""

from collections import Counter

import pytest


def pytest_addoption(parser):
    parser.addoption("--must-run", action="append", default=[], metavar="MARK", help="fail unless tests so marked ran")


def pytest_configure(config):
    # Workers of a parallel run report to the process that counts.
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Counted(config.getoption("must_run")), "must-run")


class Counted:
    def __init__(self, marks: list[str]) -> None:
        self.marks = marks
        self.ran, self.skipped = Counter(), Counter()

    def pytest_runtest_logreport(self, report):
        for mark in self.marks:
            if mark in report.keywords:
                self.ran[mark] += report.when == "call" and not report.skipped
                self.skipped[mark] += report.skipped

    def missing(self) -> list[str]:
        return [mark for mark in self.marks if not self.ran[mark] or self.skipped[mark]]

    def pytest_sessionfinish(self, session):
        if self.missing() and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        for mark in self.missing():
            terminalreporter.write_line(
                f"FAILED: tests marked '{mark}' must run: {self.ran[mark]} ran, {self.skipped[mark]} skipped", red=True
            )
