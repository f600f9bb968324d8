"""The second factor: an authenticator app, a passkey, or a recovery code in their place.

allauth keeps in the session how a person has signed in; a code by mail or SMS alone is no second factor.
"""

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.urls import reverse

from portal.models import User

# Recovery codes are not listed: they stand in for one of these, and allauth records them as such.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# The word under which allauth's own flows note a second factor in the session.
METHOD = "mfa"


def kinds(user: User) -> set[str]:
    """The kinds of factors that `user` has set up: "totp", "webauthn"."""
    return set(Authenticator.objects.filter(user=user, type__in=FACTORS).values_list("type", flat=True))


def shown(request: HttpRequest) -> bool:
    """Whether the signed-in person has used a second factor in this session."""
    # A passkey used to sign in is noted as "mfa" too: it is possession and a finger in one.
    return any(record.get("method") == METHOD for record in get_authentication_records(request, request.user))


def needed(user: User) -> bool:
    """Whether signing in asks for a second step: of people of the CMS, and of those who chose the app.

    A member's passkey is one more door. It must not shut the others: a code signs in on a borrowed phone.
    """
    has = kinds(user)
    return Authenticator.Type.TOTP in has or bool(has and user.has_perm("wagtailadmin.access_admin"))


def door(user: User) -> str:
    """Where a person who has shown no factor goes: to show it, or to set one up."""
    has = kinds(user)
    if Authenticator.Type.TOTP in has:
        return reverse("mfa_reauthenticate")
    return reverse("mfa_reauthenticate_webauthn") if has else reverse("mfa_index")


def remember(request: HttpRequest, user: User, authenticator: Authenticator) -> None:
    """Counts a factor that was just set up as shown in this session."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, METHOD, id=authenticator.pk, type=authenticator.type)


def forget(request: HttpRequest, authenticator: Authenticator) -> None:
    """A factor that was taken off opens nothing more in this session."""
    records = get_authentication_records(request, request.user)
    kept = [record for record in records if (record.get("method"), record.get("type")) != (METHOD, authenticator.type)]
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept
