"""Who acts for an organization: below its page in the account."""

from django.urls import path

from network.views.people import history, inviting, leaving, mandates, people

app_name = "people"
urlpatterns = [
    path("", people.people, name="list"),
    path("seen/", people.who_sees_what, name="seen"),
    path("history/", history.history, name="history"),
    path("invite/", inviting.invite_somebody, name="invite"),
    path("hand-over/", inviting.hand_over_role, name="hand_over"),
    path("leave/", leaving.leave_organization, name="leave"),
    path("<row:colleague_pk>/", mandates.mandate, name="mandate"),
    path("<row:colleague_pk>/end/", leaving.end, name="end"),
    path("<row:colleague_pk>/letter/", mandates.letter, name="letter"),
    path("<row:colleague_pk>/letter/change/", mandates.change_letter, name="letter_change"),
]
