from events.models.delegate import Delegate
from events.models.event import Event

__all__ = ["Delegate", "Event"]
