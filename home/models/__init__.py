from home.models.charter import CharterPage
from home.models.news import NewsIndexPage, NewsPage
from home.models.pages import HomePage, StandardPage

# The types that may stand in menus.
SECTIONS = [StandardPage, NewsIndexPage, CharterPage]

__all__ = ["SECTIONS", "CharterPage", "HomePage", "NewsIndexPage", "NewsPage", "StandardPage"]
