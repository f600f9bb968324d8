"""Fixtures that every test may ask for; one cast of people for all (see tests/factories)."""
