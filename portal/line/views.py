"""LINE's way out and back; a portal without a LINE channel has neither."""

from collections.abc import Callable
from functools import wraps

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse

from portal.line.adapter import LineAdapter
from portal.line.channel import is_open


def only_with_channel(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_open():
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


oauth2_login = only_with_channel(OAuth2LoginView.adapter_view(LineAdapter))
oauth2_callback = only_with_channel(OAuth2CallbackView.adapter_view(LineAdapter))
