from django.urls import path

from network.views import account

app_name = "network_account"
urlpatterns = [
    path("<int:pk>/", account.organization, name="organization"),
    path("<int:pk>/profile/", account.profile, name="profile"),
    path("<int:pk>/withdraw/", account.withdraw, name="withdraw"),
    path("<int:pk>/discard/", account.discard, name="discard"),
    path("<int:pk>/logo/", account.logo, name="logo"),
]
