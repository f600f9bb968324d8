"""What stands around every page."""

from tests.browser.visitor import visit


def test_a_missing_address_is_said_in_both_languages(chromium, portal):
    with visit(chromium, portal, allow=(404,)) as page:
        for path, language in (("/no-such-page/", "th"), ("/en/no-such-page/", "en")):
            assert page.goto(path).status == 404
            assert page.locator("html").get_attribute("lang") == language
