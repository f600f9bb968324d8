from django.urls import path

from home import feeds, views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("feeds/news.atom", feeds.NewsFeed(), name="news_atom"),
    path("feeds/news.rss", feeds.NewsRss(), name="news_rss"),
]
