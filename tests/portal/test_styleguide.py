"""The style page shows every component; the templates keep the house's rules."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from portal import styleguide

TEMPLATES = Path(settings.BASE_DIR) / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
CSS = sorted((Path(settings.BASE_DIR) / "portal" / "static" / "portal" / "css").glob("*.css"))
EVERY = sorted(path for path in TEMPLATES.rglob("*.html"))
COMPOSING = [TEMPLATES / "styleguide.html", TEMPLATES / "base.html", *COMPONENTS, *TEMPLATES.glob("django/**/*.html")]
COLOURED = [path for path in CSS if path.name not in ("tokens.css", "print.css")]
# Shown only around a page, or only with an uploaded picture.
NOT_ON_THE_PAGE = {"account_menu", "field", "picture", "way_out"}


@pytest.fixture
def page(db):
    request = RequestFactory().get("/styleguide/")
    return styleguide.show(request).content.decode()


def test_style_page_renders_every_kind(page):
    for part in ("hero", "stat", "card", "badge-good", "notice-danger", "facets", "steps", "pagination", "prose"):
        assert f'class="{part}' in page or f" {part}" in page


def test_style_page_is_not_served_outside_development(client, db):
    assert client.get("/styleguide/").status_code == 404


def test_every_component_is_shown_or_used_by_one_that_is():
    used = {
        name
        for path in [
            TEMPLATES / "styleguide.html",
            TEMPLATES / "base.html",
            *COMPONENTS,
            *TEMPLATES.glob("django/**/*.html"),
        ]
        for name in re.findall(r'include "components/(\w+)\.html"', path.read_text(encoding="utf-8"))
    }
    assert {path.stem for path in COMPONENTS} - used <= NOT_ON_THE_PAGE


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_component_says_first_what_it_takes(path):
    assert re.match(r"\{# .*(Parameters: |Reads )", path.read_text(encoding="utf-8").splitlines()[0])


@pytest.mark.parametrize("path", EVERY, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_template_has_no_inline_style_or_script(path):
    text = path.read_text(encoding="utf-8")
    assert " style=" not in text
    assert "<style" not in text
    # JSON between script tags is data; no browser runs it.
    assert not re.search(r"<script(?![^>]*\s(?:src=|type=\"application/json\"))", text)
    assert not re.search(r"\son\w+=", text)
    assert len(text.splitlines()) <= 120


def test_whoever_shows_a_form_shows_what_is_wrong_with_it():
    shows = re.compile(r"{{ (?:\w+_)?form }}|as_field_group")
    everywhere = list(Path(settings.BASE_DIR).glob("*/templates/**/*.html")) + EVERY
    silent = {
        path.name
        for path in everywhere
        if shows.search(text := path.read_text(encoding="utf-8")) and "form_errors.html" not in text
    }
    # The last two draw a form inside a page that shows what is wrong with it.
    assert silent <= {"field.html", "div.html", "button.html", "location_fields.html", "payment_word.html"}


@pytest.mark.parametrize("path", COLOURED, ids=lambda path: path.name)
def test_stylesheet_takes_its_colours_from_the_tokens(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s])", text)) <= {"#fff"}
    assert "letter-spacing" not in text
    assert "break-all" not in text


@pytest.mark.parametrize("path", CSS, ids=lambda path: path.name)
def test_stylesheet_uses_only_known_tokens(path):
    known = set(re.findall(r"(--[\w-]+):", (CSS[0].parent / "tokens.css").read_text(encoding="utf-8")))
    used = set(re.findall(r"var\((--[\w-]+)\)", path.read_text(encoding="utf-8")))
    # The CMS has tokens of its own.
    assert {token for token in used if path.name != "admin.css" or not token.startswith("--w-")} <= known


class TestErrorPages:
    @pytest.mark.parametrize(("language", "words"), [("th", "ไม่พบหน้านี้"), ("en", "We cannot find this page")])
    def test_missing_page_in_the_reader_s_language(self, client, db, language, words):
        response = client.get("/en/no-such-page/" if language == "en" else "/no-such-page/")
        assert response.status_code == 404
        assert words in response.content.decode()

    @pytest.mark.parametrize("name", ["403", "429", "403_csrf"])
    def test_has_a_way_out(self, rf, db, name):
        with override("en"):
            html = render_to_string(f"{name}.html", request=rf.get("/"))
        assert 'href="/en/"' in html

    def test_fault_page_stands_alone(self):
        with override("th"):
            assert "ระบบของเราขัดข้อง" in render_to_string("500.html")
