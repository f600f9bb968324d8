"""The ways in which a person can sign in. The last one is never taken off."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Model

from portal import sms
from portal.line import channel
from portal.models import User


def ways_in(user: User) -> list[Model | str]:
    """What opens the account: confirmed addresses, passkeys, the confirmed phone number, LINE.

    A password is none of its own: it opens only together with an address.
    """
    # Unconfirmed addresses do not count: the code would go to somebody else.
    ways: list[Model | str] = list(EmailAddress.objects.filter(user=user, verified=True))
    ways += Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    # A way counts only while the portal offers it: an SMS contract may end.
    if sms.is_open() and user.sign_in_phone_verified:
        ways.append(user.sign_in_phone)
    if channel.is_open():
        ways += SocialAccount.objects.filter(user=user, provider="line")
    return ways


def is_last_way(way: Model | str, user: User) -> bool:
    """Whether `user` could not sign in any more without `way`."""
    return not [other for other in ways_in(user) if other != way]
