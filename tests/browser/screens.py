"""`make screens`: a picture of every kind of page, 390 and 1280 px wide, Thai and English, in each role.

They go to build/screens with a contact sheet, index.html. Named so that `make test` leaves it out.
"""

import html
import shutil

import pytest

from tests.browser.pages import KINDS
from tests.browser.visitor import visit
from tests.databases import ROOT

FOLDER = ROOT / "build" / "screens"
WIDTHS = (390, 1280)
SHEET = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>
body {{ font: 16px sans-serif; margin: 1rem; display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }}
figure {{ margin: 0; width: 300px }} img {{ width: 100%; max-height: 700px; object-fit: cover; object-position: top;
border: 1px solid #999 }} </style>{figures}</html>"""
# Pictures further down are fetched only when they come into view.
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 600) { scrollTo(0, y); await new Promise(r => setTimeout(r, 9)) }
  scrollTo(0, 0)
}"""
FIGURE = '<figure><a href="{0}"><img src="{0}" alt="" loading="lazy"></a><figcaption>{1}</figcaption></figure>'


@pytest.fixture(scope="module")
def folder():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    yield FOLDER
    names = sorted(path.name for path in FOLDER.glob("*.png"))
    figures = "\n".join(FIGURE.format(html.escape(name), html.escape(name.removesuffix(".png"))) for name in names)
    (FOLDER / "index.html").write_text(SHEET.format(figures=figures), encoding="utf-8")


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_picture(chromium, portal, sessions, folder, kind, language):
    if kind.one_language and language == "en":
        pytest.skip("its address has no language")
    allow = (kind.status,) if kind.status >= 400 else ()
    with visit(chromium, portal, allow=allow, storage_state=sessions.state(kind.role)) as page:
        page.goto(kind.address(page, language))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(SCROLL)
            name = f"{kind.role or 'anyone'}-{kind.name}-{language}-{width}.png"
            page.screenshot(path=folder / name, full_page=True, animations="disabled")
