from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MailStatus(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("mail", "Waiting")
    SENDING = "sending", pgettext_lazy("mail", "Being sent")
    SENT = "sent", pgettext_lazy("mail", "Sent")
    FAILED = "failed", pgettext_lazy("mail", "Failed")
    NO_ADDRESS = "no_address", _("No address: please call")


# Nothing more happens to these by itself.
CLOSED_MAILS = frozenset({MailStatus.SENT, MailStatus.FAILED, MailStatus.NO_ADDRESS})
