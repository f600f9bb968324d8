"""The coordinators' desk."""

from django.urls import path

from network.views.desk import board, case, claims, contacts, memberships, payments, people

app_name = "network_desk"
urlpatterns = [
    path("", board.board, name="board"),
    path("contacts.pdf", contacts.contacts_pdf, name="contacts_pdf"),
    path("contacts.xlsx", contacts.contacts_xlsx, name="contacts_xlsx"),
    path("applications/<uuid:token>/", case.application, name="application"),
    path("applications/<uuid:token>/<slug:action>/", case.step, name="step"),
    path("payments/<row:pk>/", payments.payment, name="payment"),
    path("memberships/<row:pk>/", memberships.membership, name="membership"),
    path("organizations/<row:pk>/people/", people.people, name="people"),
    path("organizations/<row:pk>/people/<row:mandate>/end/", people.end, name="people_end"),
    path("organizations/<row:pk>/people/<row:mandate>/letter/", people.letter, name="people_letter"),
    path("claims/<row:pk>/", claims.claim, name="claim"),
]
