"""From the first day of a membership to its end, and back: terms begin, are renewed, suspended, closed, taken up again.

Import from the modules: the actions with payments stand between `beginning` and `renewal`.
"""
