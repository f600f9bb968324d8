"""portal/vendor_locale says in Thai what the installed packages leave in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.utils.translation import override
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JavaScriptCatalog

from portal.catalogues import compile_catalogues

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = ROOT / "portal" / "vendor_locale" / "th" / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
# Named, bare and brace placeholders; then tags with their attributes, where a link would break.
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{[^{}]*\}")
TAG = re.compile(r"<[^>]+>")
THAI = re.compile(r"[\u0e00-\u0e7f]")
# Signs, formats and proper names stay as they are.
SAME = {
    "%(field_label)s:",
    "%(range_start)s - %(range_end)s",
    "%(status_display)s %(task_name)s %(started_at)s",
    "%(time_zone_option)s: %(localized_time_zone_label)s",
    "%(truncated_text)s…",
    "IPv4",
    "IPv6",
    "URL",
    "Wagtail API v2",
    "Wagtail API v3",
    "WebAuthn",
    "…",
}

type Key = tuple[str | None, str]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def thai_of(entry: polib.POEntry) -> str:
    return entry.msgstr or entry.msgstr_plural.get(0, "")


def entries(path: Path) -> list[polib.POEntry]:
    return [e for e in polib.pofile(str(path)) if not e.obsolete] if path.exists() else []


def translated(path: Path) -> set[Key]:
    return {key(e) for e in entries(path) if not e.fuzzy and thai_of(e)}


def package_locales() -> Iterator[Path]:
    """The locale folder of Django itself and of each installed package that is not ours."""
    yield Path(django.__file__).parent / "conf" / "locale"
    for config in apps.get_app_configs():
        folder = Path(config.path) / "locale"
        if folder.is_dir() and ROOT / config.name.split(".")[0] != folder.parent:
            yield folder


def source(locale: Path, domain: str) -> Path:
    """The catalogue that lists what a package says: its English one, or German where there is none."""
    english, german = (locale / code / "LC_MESSAGES" / f"{domain}.po" for code in ("en", "de"))
    return english if english.exists() else german


OUR_ENTRIES = [entry for domain in DOMAINS for entry in entries(OURS / f"{domain}.po")]
LOCALES = [pytest.param(p, id=p.parent.name) for p in package_locales()]


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_entry_is_empty_fuzzy_or_said_twice(domain):
    ours = entries(OURS / f"{domain}.po")
    assert [e.msgid for e in ours if e.fuzzy or not thai_of(e)] == []
    assert len({key(e) for e in ours}) == len(ours)


@pytest.mark.parametrize("domain", DOMAINS)
def test_thai_has_one_plural_form_as_in_the_catalogues_it_is_merged_with(domain):
    catalogue = polib.pofile(str(OURS / f"{domain}.po"))
    assert catalogue.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
    assert catalogue.metadata["Language"] == "th"
    assert {tuple(e.msgstr_plural) for e in catalogue if e.msgid_plural} <= {(0,)}


def wrong_by(found_in) -> list[str]:
    """Sources whose Thai differs, by what `found_in` finds, from both the singular and the plural."""
    return [
        entry.msgid
        for entry in OUR_ENTRIES
        if found_in(thai_of(entry)) not in [found_in(text) for text in (entry.msgid, entry.msgid_plural) if text]
    ]


def test_every_entry_keeps_the_placeholders_of_its_source():
    assert wrong_by(lambda text: set(PLACEHOLDER.findall(text))) == []


def test_placeholders_without_a_name_keep_their_number():
    assert wrong_by(lambda text: re.findall(r"%[sdr]|\{\}", text)) == []


def test_every_entry_keeps_the_tags_of_its_source():
    assert wrong_by(lambda text: sorted(TAG.findall(text))) == []


def test_every_entry_keeps_the_space_around_its_source():
    assert wrong_by(lambda text: (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :])) == []


def test_every_entry_is_in_thai():
    assert {entry.msgid for entry in OUR_ENTRIES if not THAI.search(thai_of(entry))} == SAME


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("locale", LOCALES)
def test_everything_an_installed_package_says_has_thai(locale, domain):
    said = {key(e) for e in entries(source(locale, domain))}
    known = translated(locale / "th" / "LC_MESSAGES" / f"{domain}.po") | translated(OURS / f"{domain}.po")
    assert sorted(str(k) for k in said - known) == []


def test_the_packages_that_people_meet_are_all_checked():
    checked = {p.values[0].parent.name for p in LOCALES}
    assert checked >= {
        "conf",
        "auth",
        "wagtail",
        "admin",
        "images",
        "documents",
        "users",
        "allauth",
        "wagtail_localize",
    }


@pytest.mark.parametrize("app", ["portal", "home", "network", "events"])
def test_an_app_and_the_packages_agree_on_the_thai_of_one_word(app):
    """One of the two would be shown in both places: give the app's word a context (pgettext)."""
    vendor = {key(e): thai_of(e) for e in entries(OURS / "django.po")}
    own = entries(ROOT / app / "locale" / "th" / "LC_MESSAGES" / "django.po")
    assert [
        (e.msgid, thai_of(e), vendor[key(e)]) for e in own if thai_of(e) not in ("", vendor.get(key(e), thai_of(e)))
    ] == []


@pytest.fixture(scope="module")
def thai() -> DjangoTranslation:
    compile_catalogues(ROOT)
    return DjangoTranslation("th")


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Publish", "เผยแพร่"),
        ("Request changes", "ส่งกลับให้แก้ไข"),
        ("Translate this page", "แปลหน้านี้"),
        ("Sign in with a passkey", "เข้าสู่ระบบด้วยพาสคีย์"),
        ("This field is required.", "กรุณากรอกช่องนี้"),
    ],
)
def test_ours_wins_over_what_a_package_says(thai, english, said):
    assert thai.gettext(english) == said


@pytest.mark.parametrize("count", [1, 5])
def test_a_plural_is_found_for_one_and_for_many(thai, count):
    assert thai.ngettext("%(num)d year", "%(num)d years", count) % {"num": count} == f"{count} ปี"


def test_the_admin_scripts_are_told_our_thai(rf, thai):
    with override("th"):
        answer = JavaScriptCatalog.as_view(packages=["wagtail.admin"])(rf.get("/"))
    assert "กำลังบันทึกอัตโนมัติ".encode("unicode_escape").decode() in answer.content.decode()
