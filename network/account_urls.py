from django.urls import include, path

from network.views import account

app_name = "network_account"
urlpatterns = [
    path("<row:pk>/", account.organization, name="organization"),
    path("<row:pk>/profile/", account.profile, name="profile"),
    path("<row:pk>/withdraw/", account.withdraw, name="withdraw"),
    path("<row:pk>/discard/", account.discard, name="discard"),
    path("<row:pk>/people/", include("network.people_urls")),
    path("<row:pk>/logo/", account.logo, name="logo"),
    path("<row:pk>/", include("network.payment_urls")),
]
