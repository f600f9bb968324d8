"""Reads the strings that our code and templates mark for translation, without gettext's tools."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
APPS = ["portal", "home", "network", "events"]
# How many leading strings each function takes, and whether the first of them is a context.
FUNCTIONS = {"gettext": (1, False), "ngettext": (2, False), "pgettext": (2, True), "npgettext": (3, True)}
STRING = r"""u?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({STRING})(?:,\s*({STRING}))?(?:,\s*({STRING}))?", re.DOTALL)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Key = tuple[str, str]  # context, English text


def key(function: str, strings: list[str]) -> Key | None:
    count, has_context = FUNCTIONS[function]
    if len(strings) < count:
        return None
    return (strings[0], strings[1]) if has_context else ("", strings[0])


def plain(function: str) -> str:
    name = function.removesuffix("_lazy").removesuffix("_noop")
    return "gettext" if name == "_" else name


def in_python(source: str) -> Iterator[Key]:
    tree = ast.parse(source)
    aliases = {
        alias.asname or alias.name: plain(alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        function = aliases.get(name, plain(name))
        strings = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if function in FUNCTIONS and (found := key(function, strings)):
            yield found


def in_template(source: str) -> Iterator[Key]:
    for name, *strings in CALL.findall(templatize(source)):
        if found := key(plain(name), [ast.literal_eval(text) for text in strings if text]):
            yield found


def marked(app: str) -> dict[Key, str]:
    """Every string of an app with one file that holds it; the top-level templates are the portal's."""
    found = {}
    folders = [ROOT / app, *([ROOT / "templates"] if app == "portal" else [])]
    for path in sorted(path for folder in folders for path in folder.rglob("*") if "migrations" not in path.parts):
        read = {".py": in_python, ".html": in_template, ".txt": in_template}.get(path.suffix)
        if read:
            found |= dict.fromkeys(read(path.read_text(encoding="utf-8")), str(path.relative_to(ROOT)))
    return found


def catalogue(app: str) -> list[polib.POEntry]:
    path = ROOT / app / "locale" / "th" / "LC_MESSAGES" / "django.po"
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete] if path.exists() else []


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text.replace("%%", "")))
