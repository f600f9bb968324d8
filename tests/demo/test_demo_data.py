"""Rows, centres and events of the demo: valid, plainly samples, nobody's private data."""

import re
from datetime import date, timedelta

import geothai
import phonenumbers
import pytest

from tests.demo.files import (
    EVENTS,
    HOME,
    NETWORK,
    PROVINCES,
    THAI,
    assert_balanced,
    assert_pair,
    centres,
    events,
    news,
    pages,
    rows,
)

FILES = sorted([*HOME.glob("*.toml"), *NETWORK.glob("*.toml"), *NETWORK.glob("*.csv"), *EVENTS.glob("*.toml")])
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SAMPLE_PHONE = re.compile(r"02 000 \d{4}")
ANY_PHONE = re.compile(r"(?<![\d-])(?:\+66|0)(?:[ -]?\d){8,9}(?![\d-])")
ANY_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LEGAL_FORMS = {
    "foundation",
    "association",
    "network",
    "club_group",
    "public_benefit",
    "community_enterprise",
    "community_council",
    "other",
}


class TestSlugs:
    @pytest.mark.parametrize(
        "slugs",
        [
            [page["slug"] for page in pages()],
            [item["slug"] for item in news()],
            [event["slug"] for event in events()],
            [centre["slug"] for centre in centres()],
            [row["slug"] for row in rows("organizations.csv")],
            [row["slug"] for row in rows("issues.csv")],
        ],
        ids=["pages", "news", "events", "centres", "organizations", "issues"],
    )
    def test_slugs_are_unique_and_ascii(self, slugs):
        assert len(set(slugs)) == len(slugs) > 1
        for slug in slugs:
            assert SLUG.fullmatch(slug)
            assert len(slug) <= 80


class TestOrganizations:
    def listed(self):
        return [row for row in rows("organizations.csv") if row["status"] == "listed"]

    def test_99_are_listed_in_71_provinces_and_4_are_not(self):
        assert len(self.listed()) == 99
        assert len({row["province_code"] for row in self.listed()}) == 71
        others = [row for row in rows("organizations.csv") if row["status"] != "listed"]
        assert sorted(row["status"] for row in others) == ["hidden", "pending", "pending", "pending"]

    def test_every_name_says_that_it_is_a_sample(self):
        for row in rows("organizations.csv"):
            assert row["name"].startswith("ตัวอย่าง ")
            assert row["name_en"].startswith("Sample ")
            assert "ตัวอย่าง " in row["leader_name"]
            assert row["address"].startswith("ที่อยู่ตัวอย่าง")
            assert all(name.startswith("ตัวอย่าง ") for name in row["other_names"].split("; ") if name)

    def test_names_and_contacts_are_unique(self):
        for column in ("name", "name_en", "phone", "email"):
            values = [row[column] for row in rows("organizations.csv")]
            assert len(set(values)) == len(values)

    def test_places_are_those_of_the_gazetteer(self):
        for row in rows("organizations.csv"):
            districts = {district.name_th: district for district in geothai.districts(row["province_code"][3:])}
            district = districts[row["district"]]
            assert district.name_en == row["district_en"]
            subdistricts = {area.name_th: area for area in geothai.subdistricts(district.code)}
            assert row["postal_code"] in subdistricts[row["subdistrict"]].postal_codes

    def test_codes_are_known_and_all_legal_forms_occur(self):
        issues = {row["slug"] for row in rows("issues.csv")}
        for row in rows("organizations.csv"):
            assert row["legal_form"] in LEGAL_FORMS
            assert set(row["issues"].split(";")) <= issues
            assert row["protected"] in {"0", "1"}
        assert {row["legal_form"] for row in self.listed()} == LEGAL_FORMS
        assert {slug for row in self.listed() for slug in row["issues"].split(";")} == issues

    def test_both_languages_are_filled_in(self):
        for row in rows("organizations.csv"):
            for column in ("name", "current_work", "target_groups", "address"):
                assert THAI.search(row[column])
                assert row[f"{column}_en"]
                assert not THAI.search(row[f"{column}_en"])
            assert row["current_work"] != row["current_work_en"]

    def test_two_are_protected_and_dates_are_plausible(self):
        assert sum(row["protected"] == "1" for row in self.listed()) == 2
        for row in rows("organizations.csv"):
            assert 1970 < int(row["year_started"]) < 2027
            if row["verified_on"]:
                assert date.fromisoformat(row["verified_on"]) >= date(2026, 1, 1)
        assert 40 < sum(bool(row["verified_on"]) for row in self.listed()) < 99

    def test_names_try_the_search(self):
        names = " ".join(row["name"] for row in self.listed())
        for word in ("ประชาสังคม", "สุขภาพ", "สิ่งแวดล้อม"):
            assert word in names + " ".join(row["name"] for row in rows("issues.csv"))
        assert re.search(r"[๐-๙]", names)
        assert max(len(row["name"]) for row in self.listed()) > 90
        assert min(len(row["name"]) for row in self.listed()) < 25


class TestCentres:
    def test_the_real_one_has_no_telephone_and_the_others_are_samples(self):
        real, *samples = centres()
        assert (real["slug"], real["is_sample"], real["phone"]) == ("phetchaburi", False, "")
        assert "2532" in real["about"]
        assert "15 สิงหาคม 2561" in real["about"]
        assert len(samples) == 6
        for centre in samples:
            assert centre["is_sample"]
            assert centre["name"].startswith("ตัวอย่าง ")
            assert centre["name_en"].startswith("Sample ")
            assert phonenumbers.is_possible_number(phonenumbers.parse(centre["phone"], "TH"))

    def test_a_province_has_one_centre_at_most(self):
        codes = [code for centre in centres() for code in centre["provinces"]]
        assert len(set(codes)) == len(codes)
        assert set(codes) <= PROVINCES


class TestEvents:
    def test_thai_and_english_are_complete(self):
        for event in events():
            for key in ("title", "summary", "body"):
                assert_pair(event[key], event[f"{key}_en"], event["slug"])
            assert_balanced(event["body"], event["slug"])
            assert bool(event["venue"]) == bool(event["venue_en"])
            for line in event.get("agenda", []):
                assert_pair(line["text"], line["text_en"], event["slug"])
                assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d|", line["time"])

    def test_the_known_assembly_is_past_and_the_others_are_samples(self):
        known, *samples = events()
        assert (known["starts_on"], known["ends_on"]) == ("2022-01-06", "2022-01-07")
        assert not known["is_sample"]
        assert known["costs_covered"]
        for event in samples:
            assert event["is_sample"]
            assert event["title"].startswith("ตัวอย่าง ")
            assert event["title_en"].startswith("Sample ")
            assert "ตัวอย่าง" in event["body"]

    def test_one_is_open_one_is_still_to_open_and_one_is_over(self):
        today = date(2026, 11, 22)
        states = []
        for event in events()[1:]:
            opens, closes, starts, ends = (
                today + timedelta(days=event[f"{key}_in_days"]) for key in ("opens", "closes", "starts", "ends")
            )
            assert opens < closes < starts <= ends
            states.append("open" if opens <= today <= closes else "coming" if today < opens else "over")
        assert states == ["open", "coming", "over"]

    def test_kinds_and_provinces_are_known(self):
        assert {event["kind"] for event in events()} == {"assembly", "meeting", "training"}
        for event in events():
            assert set(event["provinces"]) <= PROVINCES


class TestNoPrivateData:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_every_telephone_number_is_a_sample(self, path):
        text = path.read_text(encoding="utf-8").translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
        for number in ANY_PHONE.findall(text):
            assert SAMPLE_PHONE.fullmatch(number.strip()), number

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_every_address_on_the_net_is_an_example(self, path):
        text = path.read_text(encoding="utf-8")
        assert {email.split("@")[1] for email in ANY_EMAIL.findall(text)} <= {"example.org"}
        assert set(re.findall(r"https?://([^/\s\",]+)", text)) <= {"example.org"}

    def test_the_search_for_numbers_would_find_one(self):
        assert ANY_PHONE.findall("โทร 081-234-5678 และ 0 3242 1234") == ["081-234-5678", "0 3242 1234"]
