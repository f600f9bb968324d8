from events.models.delegate import Delegate
from events.models.event import Event
from events.models.rules import EventRules

__all__ = ["Delegate", "Event", "EventRules"]
