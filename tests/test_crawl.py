"""Every internal link leads somewhere, and every page keeps the promises of a page, whoever reads it."""

import pytest
from bs4 import BeautifulSoup

from tests.crawler import crawl, english_in_thai

EMAILS = [None, "rep@example.org", "applicant@example.org", "coord2@example.org", "editor@example.org"]
# Parallel workers share no crawl: all that is asked of one reader's pages goes to one of them.
READERS = [pytest.param(email, marks=pytest.mark.xdist_group(f"crawl {email}")) for email in EMAILS]
# Names that Thai readers know in Latin letters.
KNOWN = {
    *("LINE", "Facebook", "YouTube", "Line", "ID", "QR", "PDF", "Excel", "RSS", "Atom", "English", "EN", "TH"),
    *(
        "ICS",
        "Google",
        "Maps",
        "Apple",
        "Outlook",
        "iCal",
        "JPG",
        "JPEG",
        "PNG",
        "WebP",
        "AVIF",
        "GPS",
        "MB",
        "KB",
        "Zoom",
    ),
    *("SIL", "Open", "Font", "License"),
    *("Thai", "Civil", "Society", "Council", "Passkey", "passkey", "Authenticator", "USB", "OSM", "OpenStreetMap"),
}


@pytest.fixture(scope="module")
def visited():
    """What each reader saw, crawled once."""
    return {}


@pytest.fixture(params=READERS, ids=lambda email: (email or "anyone").split("@")[0])
def answers(request, demo, client, django_user_model, visited):
    if request.param not in visited:
        if request.param:
            client.force_login(django_user_model.objects.get(email=request.param))
        visited[request.param] = list(
            crawl(client, "/", "/en/", *(["/account/", "/en/account/"] if request.param else []))
        )
    return visited[request.param]


@pytest.fixture
def pages(answers):
    return [answer for answer in answers if answer.is_page and answer.status == 200]


def test_no_link_is_dead(answers):
    assert len(answers) > 20
    assert not {(a.path, a.status, a.found_on) for a in answers if a.status != 200}


def test_a_page_has_one_heading_of_the_first_rank(pages):
    assert not {page.path: n for page in pages if (n := len(page.soup.find_all("h1"))) != 1}


def test_a_page_says_its_title_and_language(pages):
    assert not [page.path for page in pages if not page.soup.title or not page.soup.title.text.strip(" ·\n")]
    assert not [page.path for page in pages if page.soup.html.get("lang") != page.language]


def test_a_page_names_itself_in_both_languages(pages):
    def languages(page):
        return [link.get("hreflang") for link in page.soup.select("link[rel=alternate][hreflang]")]

    assert not {page.path: found for page in pages if sorted(found := languages(page)) != ["en", "th", "x-default"]}


def test_the_other_language_of_a_page_answers(pages, client, answers):
    def other(page):
        return page.soup.select_one(f"link[hreflang={'en' if page.language == 'th' else 'th'}]")["href"]

    known = {answer.path.split("?")[0]: answer.status for answer in answers}
    asked = {page.path: "/" + other(page).split("/", 3)[3] for page in pages}
    assert not {path: to for path, to in asked.items() if known.get(to.split("?")[0], 200) != 200}


def test_no_english_leaks_into_thai_pages(pages):
    leaks = {}
    for page in pages:
        if page.language == "th":
            leaks |= {word: (page.path, text) for word, text in english_in_thai(page.soup).items() if word not in KNOWN}
    assert not leaks, "\n".join(f"{word}: {where}" for word, where in leaks.items())


def test_english_inside_thai_is_noticed():
    def found(body):
        return set(english_in_thai(BeautifulSoup(f'<html lang="th"><body>{body}</body></html>', "html5lib")))

    assert found("<p>Save</p><img alt='A river'>") == {"Save", "river"}
    assert found("<p>ค้นหา Read the charter now</p>") == {"Read", "the", "charter", "now"}
    assert not found("<p>มาตรฐาน WCAG ของ rep@example.org</p><p lang='en'>Hello</p><code>abc</code>")


def test_no_id_is_used_twice(pages):
    def twice(page):
        ids = [tag["id"] for tag in page.soup.find_all(id=True)]
        return sorted({found for found in ids if ids.count(found) > 1})

    assert not {page.path: found for page in pages if (found := twice(page))}
