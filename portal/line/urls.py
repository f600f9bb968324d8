from allauth.socialaccount.providers.oauth2.urls import default_urlpatterns

from portal.line.provider import LineProvider

urlpatterns = default_urlpatterns(LineProvider)
