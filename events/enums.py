from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    ASSEMBLY = "assembly", _("Assembly")
    MEETING = "meeting", _("Meeting")
    TRAINING = "training", _("Training")


class DelegateStatus(models.TextChoices):
    REGISTERED = "registered", _("Registered")
    WITHDRAWN = "withdrawn", _("Withdrawn")


LIVE_DELEGATES = (DelegateStatus.REGISTERED,)
