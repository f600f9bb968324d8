"""Texts of the demo: complete in Thai and English, and labelled for what they are."""

import re
from datetime import date

import pytest

from tests.demo.files import (
    HOME,
    PLAIN,
    PROVINCES,
    RICH,
    assert_balanced,
    assert_pair,
    blocks,
    centres,
    chapters,
    news,
    pages,
    pairs,
    tags,
    toml,
)


class TestTexts:
    @pytest.mark.parametrize("name", ["site", "pages", "news", "charter"])
    def test_every_pair_has_thai_and_english_of_the_same_structure(self, name):
        found = list(pairs(toml(HOME / f"{name}.toml")))
        assert len(found) > 10
        for where, pair in found:
            assert_pair(pair["th"], pair["en"], where)

    def test_every_block_says_the_same_in_both_languages(self):
        for where, block in blocks():
            if block["type"] == "list":
                assert len(block["th"]) == len(block["en"]) > 1, where
                for th, en in zip(block["th"], block["en"], strict=True):
                    assert_pair(th, en, where)
            elif block["type"] == "faq":
                assert block["item"], where
            else:
                assert block["type"] in RICH | PLAIN, where
                assert_pair(block["th"], block["en"], where)

    def test_rich_text_is_paragraphs_and_plain_text_has_no_tags(self):
        for where, block in blocks():
            for language in ("th", "en"):
                if block["type"] in RICH:
                    assert block[language].startswith("<p>"), where
                    assert_balanced(block[language], where)
                elif block["type"] in PLAIN:
                    assert "<" not in block[language], where

    def test_links_lead_to_pages_that_exist(self):
        known = {f"page:{page['slug']}" for page in pages()} | {"page:home", "page:news", "page:charter"}
        known |= {f"news:{item['slug']}" for item in news()} | {"/organizations/", "/events/", "/account/"}
        known |= {"/centres/", "/join/"} | {f"/centres/{centre['slug']}/" for centre in centres()}
        targets = {item["target"] for item in toml(HOME / "site.toml")["menu"]}
        for file in HOME.glob("*.toml"):
            targets |= set(re.findall(r'href=\\?"([^"\\]+)', file.read_text(encoding="utf-8")))
        targets |= {block["href"] for _, block in blocks() if block["type"] == "button"}
        assert targets
        assert targets <= known

    def test_the_privacy_notice_tells_what_the_law_asks(self):
        notice = next(page for page in pages() if page["slug"] == "privacy")
        headings = [block["th"] for block in notice["block"] if block["type"] == "heading"]
        assert "ใครเป็นผู้ดูแลข้อมูล" in headings
        assert "เก็บไว้นานเท่าใด" in headings
        assert "สิทธิของท่าน" in headings


class TestFigures:
    def test_figures_carry_a_date_and_a_source(self):
        home = toml(HOME / "site.toml")["home"]
        assert [figure["value"] for figure in home["figure"]] == [139, 75, 99, 71]
        assert [figure["value"] for figure in home["other_figure"]] == [67, 77]
        for figure in home["figure"] + home["other_figure"]:
            assert date(2020, 8, 13) <= date.fromisoformat(figure["as_of"]) <= date(2022, 1, 6)
            assert len(figure["source"]["th"]) <= 200
            assert len(figure["source"]["en"]) <= 200


class TestCharter:
    def test_it_is_labelled_a_sample_in_both_languages(self):
        charter = toml(HOME / "charter.toml")
        assert charter["is_sample"] is True
        assert charter["adopted_on"] == "2020-08-14"
        for key in ("title", "edition", "notice", "preamble"):
            assert "ตัวอย่าง" in charter[key]["th"]
            assert "sample" in charter[key]["en"].lower()

    def test_chapters_and_clauses_are_numbered_through(self):
        numbers = [clause["number"] for chapter in chapters() for clause in chapter["clause"]]
        assert [chapter["number"] for chapter in chapters()] == [1, 2, 3, 4, 5, 6]
        assert numbers == list(range(1, 25))

    def test_clauses_hold_paragraphs_and_lists_only(self):
        for chapter in chapters():
            for clause in chapter["clause"]:
                for text in clause["text"].values():
                    assert_balanced(text, clause["number"])
                    assert {tag for tag, _ in tags(text)} <= {"p", "/p", "ol", "/ol", "li", "/li"}

    def test_it_never_calls_a_clause_by_the_word_for_acts(self):
        assert "มาตรา" not in (HOME / "charter.toml").read_text(encoding="utf-8")


class TestNews:
    def test_dates_provinces_and_categories_are_valid(self):
        assert 12 <= len(news()) <= 14
        for item in news():
            date.fromisoformat(item["published_on"])
            assert item["category"] in {"news", "announcement", "province", "guide"}
            assert item["province"] in PROVINCES | {""}
            assert bool(item["province"]) == (item["category"] == "province")

    def test_samples_say_so_in_the_title(self):
        samples = [item for item in news() if item["is_sample"]]
        assert samples
        for item in samples:
            assert item["title"]["th"].startswith("ตัวอย่าง")
            assert item["title"]["en"].startswith("Sample")
            assert any(block["type"] == "notice" for block in item["block"])

    def test_what_tells_of_the_past_says_where_it_comes_from(self):
        old = [item for item in news() if item["published_on"] < "2023"]
        assert old
        for item in old:
            assert "บทความเชิญประชุม" in item["block"][-1]["th"]
            assert "ompiled afterwards" in item["block"][-1]["en"]
