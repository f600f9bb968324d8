"""The public pages: the directory of organizations and the coordination centres."""

from django.urls import path

from network.views import centres, directory, verification
from network.views.moved import page_of_the_winner

app_name = "network"
urlpatterns = [
    path("organizations/", directory.organization_list, name="organizations"),
    path("organizations/<slug:slug>/", page_of_the_winner(directory.organization), name="organization"),
    path("organizations/<slug:slug>/logo/", directory.organization_logo, name="organization_logo"),
    path("centres/", centres.centre_list, name="centres"),
    path("centres/<slug:slug>/", centres.centre, name="centre"),
    path("verify/<str:token>/", verification.verify, name="verify"),
]
