"""Joining: what it is, the blank form, and the application itself, one question per screen."""

from django.urls import path

from network.views.join import blank_form, likely, start

app_name = "network_join"
urlpatterns = [
    path("", start.join, name="start"),
    path("form.pdf", blank_form.blank_form, name="blank_form"),
    path("likely/", likely.likely, name="likely"),
    path("<uuid:token>/is-this-you/", likely.is_this_you, name="is_this_you"),
]
