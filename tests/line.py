"""A stand-in for LINE: a small real HTTP server with the endpoints of LINE Login 2.1.

It keeps LINE's promises that the portal leans on: a code is good once, for the channel, the address and the
PKCE challenge that asked for it; an OpenID token is good for its channel only.
"""

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

CHANNEL, SECRET = "1234567890", "stand-in-secret"
SOMEBODY = {"sub": "U0123456789abcdef0123456789abcdef", "name": "สมศรี ตัวอย่าง"}
CONSENT = """<!doctype html><html lang="th"><meta charset="utf-8"><title>LINE</title><link rel="icon" href="data:,">
<h1>{name}</h1><p><a id="allow" href="{allow}">Allow</a></p><p><a id="deny" href="{deny}">Cancel</a></p></html>"""


class LineStandIn:
    """What the server knows.

    Attributes:
        url: its address; both LINE_ACCESS_URL and LINE_API_URL.
        person: OpenID claims of whoever holds the phone.
        broken: endpoints that answer 500: "token", "verify".
        lie: claims that /verify adds or, with None, leaves out.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.reset()

    def reset(self) -> None:
        self.person, self.broken, self.lie = dict(SOMEBODY), set(), {}
        self.codes, self.tokens = {}, {}

    def consent(self, query: dict) -> tuple[int, str]:
        if query.get("client_id") != CHANNEL or "openid" not in query.get("scope", "").split():
            return 400, "wrong channel or scope"
        code = secrets.token_urlsafe(8)
        self.codes[code] = {**query, "person": dict(self.person)}
        state = {"state": query.get("state", "")}
        back = query["redirect_uri"]
        refused = {"error": "access_denied", "error_description": "The resource owner denied the request.", **state}
        allow, deny = (escape(f"{back}?{urlencode(answer)}") for answer in ({"code": code, **state}, refused))
        return 200, CONSENT.format(name=escape(self.person["name"]), allow=allow, deny=deny)

    def token(self, form: dict) -> tuple[int, dict]:
        asked = self.codes.pop(form.get("code"), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        known = form.get("client_id") == CHANNEL and form.get("client_secret") == SECRET
        if not (asked and known and form.get("redirect_uri") == asked["redirect_uri"]):
            return 400, {"error": "invalid_grant"}
        if challenge != asked.get("code_challenge"):
            return 400, {"error": "invalid_grant", "error_description": "code_verifier"}
        token = secrets.token_urlsafe(16)
        self.tokens[token] = asked["person"]
        return 200, {"access_token": token, "id_token": token, "token_type": "Bearer", "expires_in": 2592000}

    def verify(self, form: dict) -> tuple[int, dict]:
        person = self.tokens.get(form.get("id_token"))
        if not person or form.get("client_id") != CHANNEL:
            return 400, {"error": "invalid_request", "error_description": "Invalid IdToken."}
        claims = {"iss": "https://access.line.me", "aud": CHANNEL, **person, **self.lie}
        return 200, {name: value for name, value in claims.items() if value is not None}

    def profile(self, token: str) -> tuple[int, dict]:
        person = self.tokens.get(token)
        return (200, {"userId": person["sub"], "displayName": person["name"]}) if person else (401, {})


@contextmanager
def line_stand_in() -> Iterator[LineStandIn]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *args) -> None:
            """Silent: a test's output is its own."""

        def reply(self, status: int, body: str | dict) -> None:
            text = json.dumps(body) if isinstance(body, dict) else body
            kind = "application/json" if isinstance(body, dict) else "text/html; charset=utf-8"
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            if address.path == "/oauth2/v2.1/authorize":
                self.reply(*line.consent(dict(parse_qsl(address.query))))
            elif address.path == "/v2/profile":
                self.reply(*line.profile(self.headers.get("Authorization", "").removeprefix("Bearer ")))
            else:
                self.reply(404, {})

        def do_POST(self) -> None:
            form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            name = self.path.removeprefix("/oauth2/v2.1/")
            if name in line.broken:
                self.reply(500, {"error": "server_error"})
            elif name in {"token", "verify"}:
                self.reply(*getattr(line, name)(form))
            else:
                self.reply(404, {})

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    line = LineStandIn(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
