"""Steps on the way in that differ from allauth's."""

from allauth.account import stages as account
from allauth.account.models import EmailAddress


class EmailVerificationStage(account.EmailVerificationStage):
    """An address that is there has to be confirmed. Who came with LINE or a phone needs none."""

    def handle(self):
        user = self.login.user
        if user and not user.email and not EmailAddress.objects.filter(user=user).exists():
            return None, True
        return super().handle()
