"""Pages that only their address protects: search engines keep away."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse


def unlisted(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer with `X-Robots-Tag: noindex`."""

    @wraps(view)
    def answered(*args, **kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answered
