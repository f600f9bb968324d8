"""Pages that only their address protects: search engines keep away."""

from collections.abc import Callable
from functools import wraps

from django.http.response import HttpResponseBase


def unlisted(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Answer with `X-Robots-Tag: noindex`."""

    @wraps(view)
    def answered(*args, **kwargs) -> HttpResponseBase:
        response = view(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answered
