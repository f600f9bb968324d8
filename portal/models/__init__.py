from portal.models.identity import Identity
from portal.models.post import LetterText, MailAttachment, OutgoingMail
from portal.models.post_rules import PostRules
from portal.models.user import User

__all__ = ["Identity", "LetterText", "MailAttachment", "OutgoingMail", "PostRules", "User"]
