"""What an organization is called, who leads it, and what it does."""

import re
from collections.abc import Mapping

from network.importing.cleaning.limits import limit
from network.importing.reading import Reading
from network.importing.remarks import Problem
from portal.thai.text import fold
from portal.thai.titles import tidy_person

# Fewer letters begin too many words.
SHORTEST_BEGINNING = 4
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


def clean_work(row: Reading, issues: Mapping[str, int]) -> None:
    """Target groups, work and issues; `issues` are the keys of the portal's issues by their folded names."""
    for name in ("target_groups", "target_groups_en"):
        row.keep(name, row.text(name), name, limit(name))
    for name in ("current_work", "current_work_en"):
        row.keep(name, row.lines(name), name)
    words = [word.strip() for word in re.split(r"[;,\n/•]", row.lines("issues")) if word.strip()]
    found = {word: _issue(fold(word), issues) for word in words}
    if unknown := [word for word, issue in found.items() if issue is None]:
        row.note(Problem.ISSUES_UNKNOWN, "issues", text=", ".join(unknown))
    if known := sorted({issue for issue in found.values() if issue is not None}):
        row.values["issues"] = known


def _issue(word: str, issues: Mapping[str, int]) -> int | None:
    """The issue of that name, or the only one whose name begins so: การศึกษา for การศึกษาและการเรียนรู้."""
    if word in issues or len(word) < SHORTEST_BEGINNING:
        return issues.get(word)
    beginning = {pk for name, pk in issues.items() if name.startswith(word)}
    return beginning.pop() if len(beginning) == 1 else None
