"""Steps on the way in that differ from allauth's."""

from allauth.account import stages as account
from allauth.account.models import EmailAddress
from allauth.mfa import stages as mfa
from django.http import HttpRequest

from portal.accounts import factors


class EmailVerificationStage(account.EmailVerificationStage):
    """An address that is there has to be confirmed. Who came with LINE or a phone needs none."""

    def handle(self):
        user = self.login.user
        # allauth would lock them out: its setting says "mandatory" and knows no "if there is one".
        if user and not user.email and not EmailAddress.objects.filter(user=user).exists():
            return None, True
        return super().handle()


class SecondFactorStage(mfa.AuthenticateStage):
    def _should_handle(self, request: HttpRequest) -> bool:
        return super()._should_handle(request) and factors.needed(self.login.user)
