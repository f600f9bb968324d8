"""The house rules that a reader of docs/architecture.md is promised."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ["portal", "home", "network", "events"]
# Inside an app a module imports only from rooms to its left.
ROOMS = [
    {"enums", "exceptions", "keys", "signals", "thai", "blocks", "hooks", "steps", "mailers", "letters", "codes"},
    {"querysets", "models"},
    {"permissions", "search", "printing"},
    {"mail"},
    {"actions", "importing", "merging"},
    {"forms"},
    {"viewsets", "sections", "views", "feeds", "menu"},
    {"urls", "wagtail_hooks"},
]


def modules(app: str) -> list[Path]:
    return [p for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts]


def imports(path: Path) -> set[str]:
    """Full dotted names that a file imports, those under TYPE_CHECKING included."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room(dotted: str) -> int | None:
    parts = dotted.split(".")
    return next((i for i, names in enumerate(ROOMS) if len(parts) > 1 and parts[1] in names), None)


@pytest.mark.parametrize("app", APPS)
def test_an_app_imports_only_from_its_left(app):
    right = set(APPS[APPS.index(app) + 1 :])
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules(app)
        for name in imports(path)
        if name.split(".")[0] in right
    }
    assert not wrong


@pytest.mark.parametrize("app", APPS)
def test_a_module_imports_only_from_rooms_to_its_left(app):
    wrong = set()
    for path in modules(app):
        here = room(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for name in imports(path):
            there = room(name) if name.startswith(f"{app}.") else None
            if here is not None and there is not None and there > here:
                wrong.add(f"{path.relative_to(ROOT)}: {name}")
    assert not wrong


def test_no_file_is_an_attic():
    attics = {"utils", "helpers", "common", "core", "misc"}
    assert not [p for app in APPS for p in modules(app) if p.stem in attics]


def test_no_file_is_longer_than_300_lines():
    long = {
        str(p): n for app in APPS for p in modules(app) if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long


def test_a_form_in_a_closed_include_is_handed_its_token():
    """With `only` the include loses the token too, and every POST from it is a 403; test clients do not notice."""
    sources = {p: p.read_text(encoding="utf-8") for p in ROOT.glob("**/templates/**/*.html") if ".venv" not in p.parts}
    with_forms = {str(p).partition("/templates/")[2] for p, source in sources.items() if "{% csrf_token %}" in source}
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, source in sources.items()
        for name, said in re.findall(r'{% include "([^"]+)"([^%]*) only %}', source)
        if name in with_forms and "csrf_token=" not in said
    ]
    assert not wrong
