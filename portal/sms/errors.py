class SmsError(Exception):
    """A message could not be sent."""
