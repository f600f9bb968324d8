"""Sign-in by a code to the phone: what allauth's adapter is asked about numbers and messages."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from portal import sms
from portal.forms.contacts import MobileField
from portal.models import Identity, User
from portal.thai.phones import format_phone

logger = logging.getLogger(__name__)


class PhoneAdapter(DefaultAccountAdapter):
    """Numbers are E.164. Only a confirmed number signs in, and only one person with it."""

    def phone_form_field(self, **kwargs: Any) -> MobileField:
        return MobileField(**{"label": _("Mobile number"), **kwargs})

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        return (user.sign_in_phone, user.sign_in_phone_verified) if user.sign_in_phone else None

    def get_user_by_phone(self, phone: str) -> User | None:
        return User.objects.filter(sign_in_phone=phone, sign_in_phone_verified=True).first()

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        user.sign_in_phone, user.sign_in_phone_verified = phone, verified
        if verified and not user.phone:
            user.phone = format_phone(phone)
        user.save(update_fields=["sign_in_phone", "sign_in_phone_verified", "phone"])

    def set_phone_verified(self, user: User, phone: str) -> None:
        if self.get_phone(user) == (phone, True):
            return
        try:
            with transaction.atomic():
                self.set_phone(user, phone, True)
        except IntegrityError:
            # Two people with one phone in the same second: the first has it.
            messages.error(allauth_context.request, self.error_messages["phone_taken"])
            raise ImmediateHttpResponse(redirect("account_login")) from None

    def send_verification_code_sms(self, user: User, phone: str, code: str, **kwargs: Any) -> None:
        text = _("%(code)s is your code for %(name)s, valid for 15 minutes. Never tell it to anyone.")
        self._send_sms(phone, text, code=code)

    def send_unknown_account_sms(self, phone: str, **kwargs: Any) -> None:
        text = _("%(name)s: there is no account with this number yet. To open one: %(url)s")
        self._send_sms(phone, text, url=self._address("account_signup"))

    def send_account_already_exists_sms(self, phone: str) -> None:
        text = _("%(name)s: you have an account with this number. Just sign in: %(url)s")
        self._send_sms(phone, text, url=self._address("account_login"))

    def _address(self, name: str) -> str:
        return allauth_context.request.build_absolute_uri(reverse(name))

    def _send_sms(self, phone: str, text: str, **words: str) -> None:
        """What cannot go out is said on the screen, in the same words for known and unknown numbers."""
        request = allauth_context.request
        if not ratelimit.consume(request, action="send_sms", key=phone):
            messages.error(request, _("Many messages went out already. Please wait ten minutes, or call us."))
            return
        try:
            sms.send(phone, text % {"name": Identity.load().display_short_name, **words})
        except sms.SmsError:
            logger.exception("A sign-in message could not be sent")
            sentence = _("We cannot send messages to phones at the moment. Please try later or call us.")
            messages.error(request, sentence)
