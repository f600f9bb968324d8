"""What allauth asks the project: mails, new people."""

import logging

from allauth.account.models import EmailAddress
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.accounts.phones import PhoneAdapter
from portal.accounts.ways import is_last_way
from portal.models import Identity, User

logger = logging.getLogger(__name__)


class AccountAdapter(PhoneAdapter):
    """Mails carry the council's name; a new account keeps the language it was made in."""

    # allauth would put "[hostname] " in front, from a Site table that this portal does not have.
    def format_email_subject(self, subject: str) -> str:
        return f"{subject} – {Identity.load().display_short_name}"

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """A mail that cannot go out is said on the screen instead of breaking the page.

        The sentence is the same for known and unknown addresses.
        """
        try:
            super().send_mail(template_prefix, email, context)
        # Every SMTP trouble is one of these: refused, unreachable, timed out. A programming error still breaks loudly.
        except OSError:
            logger.exception("A sign-in mail could not be sent")
            request = allauth_context.request
            messages.error(
                request, _("We cannot send mail at the moment. Please try again in a few minutes or call us.")
            )

    def new_user(self, request: HttpRequest) -> User:
        return User(language="en" if get_language() == "en" else "th")

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        """Not the last way in, and not the main address while there are others."""
        others = EmailAddress.objects.filter(user=email_address.user).exclude(pk=email_address.pk)
        # The outbox writes to the main address: without one, letters would go to nobody.
        if email_address.primary and others.exists():
            return False
        return not is_last_way(email_address, email_address.user)

    def get_login_stages(self) -> list[str]:
        return [OWN_STAGES.get(path, path) for path in super().get_login_stages()]


# Where our people need other steps on the way in than allauth takes.
# allauth names its stages by path and offers no setting for a single one.
OWN_STAGES = {
    "allauth.account.stages.EmailVerificationStage": "portal.accounts.stages.EmailVerificationStage",
    "allauth.mfa.stages.AuthenticateStage": "portal.accounts.stages.SecondFactorStage",
}


class MFAAdapter(DefaultMFAAdapter):
    """Passkeys and apps show the council's name, and names that people choose between."""

    def _get_site_name(self) -> str:
        return Identity.load().display_short_name

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's name
        # "Passkey 2" instead of a string of letters: people choose between them when a phone is lost.
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}


class SocialAdapter(DefaultSocialAccountAdapter):
    """LINE gives a name and no address; the account is made without one."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict) -> User:
        # A display name may be longer than the column, or an emoji; people correct it at /account/details/.
        sociallogin.user.name = (data.get("name") or "")[:150]
        return sociallogin.user

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:
        return reverse("account_line")
