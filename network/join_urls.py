"""Joining: what it is, the blank form, and the application itself, one question per screen."""

from django.urls import path

from network.views.join import announced, begin, blank_form, documents, likely, places, question, start, summary

app_name = "network_join"
urlpatterns = [
    path("", start.join, name="start"),
    path("announced/", announced.announced, name="announced"),
    path("form.pdf", blank_form.blank_form, name="blank_form"),
    path("likely/", likely.likely, name="likely"),
    path("<uuid:token>/is-this-you/", likely.is_this_you, name="is_this_you"),
    path("places/", places.places, name="places"),
    path("new/<str:kind>/", begin.begin, name="begin"),
    path("<uuid:token>/", summary.summary, name="summary"),
    path("<uuid:token>/discard/", summary.discard, name="discard"),
    path("<uuid:token>/documents/", documents.documents, name="documents"),
    path("<uuid:token>/documents/<row:pk>/remove/", documents.remove, name="document_remove"),
    path("<uuid:token>/<slug:name>/", question.question, name="question"),
]
