from home.models.charter import CharterPage
from home.models.news import NewsIndexPage, NewsPage
from home.models.pages import HomePage, StandardPage

__all__ = ["CharterPage", "HomePage", "NewsIndexPage", "NewsPage", "StandardPage"]
