"""docs/hooks.md names every hook that is asked and every signal that is declared."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ["portal", "home", "network", "events"]
DOCS = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")


def trees() -> list[ast.Module]:
    files = (path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)
    return [ast.parse(path.read_text(encoding="utf-8")) for path in files]


def asked_hooks() -> list[str]:
    """The first argument of every call of `answers`."""
    return [
        node.args[0].value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "answers"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def declared_signals() -> list[str]:
    """Names that are set to `Signal()`."""
    return [
        target.id
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if getattr(node.value.func, "id", getattr(node.value.func, "attr", "")) == "Signal"
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def test_every_hook_is_asked_in_one_place():
    asked = asked_hooks()
    assert "register_home_sections" in asked
    assert sorted(asked) == sorted(set(asked))


def test_every_hook_is_documented():
    assert not {name for name in asked_hooks() if f"`{name}`" not in DOCS}


def test_every_signal_is_documented():
    assert not {name for name in declared_signals() if f"`{name}`" not in DOCS}


def test_no_hook_is_documented_that_nobody_asks():
    rows = [line.split("`")[1] for line in DOCS.splitlines() if line.startswith("| `register_")]
    assert set(rows) <= set(asked_hooks())
