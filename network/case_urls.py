"""Where an application stands, claims, and paper forms with their codes."""

from django.urls import path

from network.views.cases import answers, claims, codes, documents, track
from network.views.moved import page_of_the_winner

app_name = "network_cases"
urlpatterns = [
    path("join/track/<uuid:token>/", track.track, name="track"),
    path("join/track/<uuid:token>/answer/", answers.answer, name="answer"),
    path("join/track/<uuid:token>/withdraw/", answers.withdraw, name="withdraw"),
    path("join/track/<uuid:token>/documents/<row:pk>/", documents.document, name="document"),
    path("join/code/", codes.enter, name="code"),
    path("join/code/<str:code>/", codes.enter, name="code_of"),
    path("organizations/<slug:slug>/claim/", page_of_the_winner(claims.claim), name="claim"),
    path("account/claims/<row:pk>/withdraw/", claims.withdraw, name="claim_withdraw"),
]
