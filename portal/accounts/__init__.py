"""How people sign in: what allauth leaves to the project."""
