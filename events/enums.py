from django.db import models
from django.utils.translation import gettext_lazy as _

# The name is data: a group that was made once keeps it.
EVENT_STAFF = "เจ้าหน้าที่งานประชุม"
EVENT_WORKFLOW = "ตรวจงานประชุม"


class EventKind(models.TextChoices):
    ASSEMBLY = "assembly", _("Assembly")
    MEETING = "meeting", _("Meeting")
    TRAINING = "training", _("Training")


class Window(models.TextChoices):
    """Where an event's registration stands at a moment."""

    NONE = "none", _("No registration")
    SOON = "soon", _("Opens later")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Registration closed")


class DelegateStatus(models.TextChoices):
    REGISTERED = "registered", _("Entered")
    REPLACED = "replaced", _("Replaced")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    OBJECTED = "objected", _("Objected")


LIVE_DELEGATES = (DelegateStatus.REGISTERED,)
CLOSED_DELEGATES = (DelegateStatus.REPLACED, DelegateStatus.WITHDRAWN, DelegateStatus.OBJECTED)
