"""Invitations to act for an organization: answered at their own address, kept in the account of whoever made them."""

from django.urls import path

from network.views.invitations import answer, codes, kept, sheet

app_name = "network_invitation"
urlpatterns = [
    path("invitation/", codes.enter, name="enter"),
    path("invitation/code/<str:code>/", codes.enter, name="code"),
    path("invitation/<uuid:token>/", answer.answer, name="answer"),
    path("account/invitations/<row:pk>/", kept.invitation, name="kept"),
    path("account/invitations/<row:pk>/sheet.pdf", sheet.sheet_pdf, name="sheet_pdf"),
    path("account/invitations/<row:pk>/letter/", kept.letter, name="letter"),
    path("account/invitations/<row:pk>/<slug:act>/", kept.act, name="act"),
]
