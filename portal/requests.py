"""Requests as our views know them; for types only."""

from django.http import HttpRequest

from portal.models import User


class SignedInRequest(HttpRequest):
    """A request behind `login_required`."""

    user: User
