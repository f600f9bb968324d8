"""What an organization is called, who leads it, and what it does."""

import re

from network.importing.cleaning.limits import limit
from network.importing.reading import Reading
from network.importing.remarks import Problem
from portal.thai.text import fold
from portal.thai.titles import tidy_person

_SEVERAL = re.compile(r"\s*[;\n]\s*")


def clean_names(row: Reading) -> None:
    """The names; whether there is one at all is asked by whoever needs one."""
    row.keep("name", row.text("name"), "name", limit("name"))
    row.keep("name_en", row.text("name_en"), "name_en", limit("name_en"))
    row.keep("other_names", "; ".join(filter(None, _SEVERAL.split(row.lines("other_names")))), "other_names")


def clean_leader(row: Reading) -> None:
    """Title, name and family name as one, whether they stand in one cell or in three."""
    name = " ".join(filter(None, (row.text("leader_name"), row.text("leader_family_name"))))
    if name:
        row.keep("leader_name", tidy_person(name, title=row.text("leader_title")), "leader_name", limit("leader_name"))


def clean_work(row: Reading, issues: dict[str, int]) -> None:
    """Target groups, work and issues; `issues` are the keys of the portal's issues by their folded names."""
    for name in ("target_groups", "target_groups_en"):
        row.keep(name, row.text(name), name, limit(name))
    for name in ("current_work", "current_work_en"):
        row.keep(name, row.lines(name), name)
    words = [word for word in re.split(r"[;,\n/•]", row.lines("issues")) if word.strip()]
    if unknown := [word.strip() for word in words if fold(word) not in issues]:
        row.note(Problem.ISSUES_UNKNOWN, "issues", text=", ".join(unknown))
    if known := sorted({issues[fold(word)] for word in words if fold(word) in issues}):
        row.values["issues"] = known
