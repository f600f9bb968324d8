from django.urls import include, path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from network.views import account
from network.views.moved import account_of_the_winner
from network.views.terms.renew import renew
from network.views.terms.resign import resign

app_name = "network_account"
urlpatterns = [
    path("<row:pk>/", account.organization, name="organization"),
    path("<row:pk>/profile/", account.profile, name="profile"),
    path("<row:pk>/withdraw/", account.withdraw, name="withdraw"),
    path("<row:pk>/discard/", account.discard, name="discard"),
    path("<row:pk>/people/", include("network.people_urls")),
    path("<row:pk>/logo/", account.logo, name="logo"),
    path("<row:pk>/membership/<row:term>/renew/", renew, name="renew"),
    path("<row:pk>/membership/<row:term>/resign/", resign, name="resign"),
    path("<row:pk>/", include("network.payment_urls")),
]
# Every page, also those that other rooms include here.
decorate_urlpatterns(urlpatterns, account_of_the_winner)
