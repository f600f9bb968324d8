"""The coordinators' desk."""

from django.urls import path

from network.views.desk import board, case, claims

app_name = "network_desk"
urlpatterns = [
    path("", board.board, name="board"),
    path("applications/<uuid:token>/", case.application, name="application"),
    path("applications/<uuid:token>/<slug:action>/", case.step, name="step"),
    path("claims/<row:pk>/", claims.claim, name="claim"),
]
