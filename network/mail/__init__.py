"""Who is written to about what: each module writes the letters of `network.letters` inside the caller's transaction."""
