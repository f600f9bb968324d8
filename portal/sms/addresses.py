"""Turns one address such as `https+json://sms.example.com/send` into what the portal sends messages with."""

from urllib.parse import urlsplit

BODY = '{"to": "{to}", "text": "{text}"}'


def sender(url: str, *, authorization: str = "", body: str = BODY) -> dict | None:
    """An entry for the setting SMS; None where `url` is empty and no messages are sent.

    Schemes: console, file (path = folder; the demo's mailbox shows them), https+json and http+json (a POST of
    `body` to that address, with `authorization` as its header).

    Raises:
        ValueError: the scheme is none of these.
    """
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"BACKEND": "portal.sms.backends.ConsoleBackend", "OPTIONS": {}}
    if parts.scheme == "file":
        return {"BACKEND": "portal.sms.backends.FileBackend", "OPTIONS": {"folder": parts.path}}
    if parts.scheme in {"https+json", "http+json"}:
        plain = parts._replace(scheme=parts.scheme.removesuffix("+json")).geturl()
        options = {"url": plain, "authorization": authorization, "body": body}
        return {"BACKEND": "portal.sms.backends.HttpBackend", "OPTIONS": options}
    raise ValueError(f"SMS_URL: unknown scheme {parts.scheme!r}; one of console, file, https+json, http+json")
