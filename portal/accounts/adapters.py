"""What allauth asks the project: mails, new people."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.models import Identity, User

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Mails carry the council's name; a new account keeps the language it was made in."""

    def format_email_subject(self, subject: str) -> str:
        return f"{subject} – {Identity.load().display_short_name}"

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """A mail that cannot go out is said on the screen instead of breaking the page.

        The sentence is the same for known and unknown addresses.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("A sign-in mail could not be sent")
            request = allauth_context.request
            messages.error(
                request, _("We cannot send mail at the moment. Please try again in a few minutes or call us.")
            )

    def new_user(self, request: HttpRequest) -> User:
        return User(language="en" if get_language() == "en" else "th")
