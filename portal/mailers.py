"""Turns one address such as `smtp+tls://user:secret@host:587` into an entry of Django's MAILERS."""

from urllib.parse import parse_qsl, unquote, urlsplit

BACKENDS = {
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "memory": "django.core.mail.backends.locmem.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "smtp+tls": "django.core.mail.backends.smtp.EmailBackend",
    "smtp+ssl": "django.core.mail.backends.smtp.EmailBackend",
}


def mailer(url: str) -> dict:
    """An entry of MAILERS for `url`.

    Schemes: console, file (path = folder), memory, smtp, smtp+tls (STARTTLS), smtp+ssl, and `anymail+NAME`
    for a provider's API, whose query gives its options (`anymail+mailgun://?api_key=...`).

    Raises:
        ValueError: the scheme is none of these.
    """
    parts = urlsplit(url)
    if parts.scheme.startswith("anymail+"):
        name = parts.scheme.removeprefix("anymail+")
        return {"BACKEND": f"anymail.backends.{name}.EmailBackend", "OPTIONS": dict(parse_qsl(parts.query))}
    if parts.scheme not in BACKENDS:
        raise ValueError(f"EMAIL_URL: unknown scheme {parts.scheme!r}; one of {', '.join(BACKENDS)}, anymail+NAME")
    return {"BACKEND": BACKENDS[parts.scheme], "OPTIONS": _options(parts)}


def _options(parts) -> dict:
    if parts.scheme == "file":
        return {"file_path": parts.path}
    if not parts.scheme.startswith("smtp"):
        return {}
    return {
        "host": parts.hostname or "localhost",
        "port": parts.port or 25,
        # Encoded in the address: passwords of mail services are full of signs that end a URL's part.
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "use_ssl": parts.scheme == "smtp+ssl",
        # Django waits for ever by default, and a sign-in code is sent inside the request.
        "timeout": 20,
    }
