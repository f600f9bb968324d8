"""The way every mail of the portal goes: written down by `send_letter`, carried by `deliver`. docs/letters.md."""

from portal.letters import Contact
from portal.mail.outbox import Attachment, Recipient, send_letter

__all__ = ["Attachment", "Contact", "Recipient", "send_letter"]
