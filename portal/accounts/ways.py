"""The ways in which a person can sign in. The last one is never taken off."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Model

from portal.line import channel
from portal.models import User


def ways_in(user: User) -> list[Model]:
    """What opens the account: confirmed addresses, passkeys, LINE where it is switched on.

    A password is none of its own: it opens only together with an address.
    """
    ways: list[Model] = list(EmailAddress.objects.filter(user=user, verified=True))
    ways += Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    if channel.is_open():
        ways += SocialAccount.objects.filter(user=user, provider="line")
    return ways


def is_last_way(way: Model, user: User) -> bool:
    """Whether `user` could not sign in any more without `way`."""
    return not [other for other in ways_in(user) if other != way]
