"""A small SMTP server on loopback, with real sockets: enough of RFC 5321 for Django to hand a mail over."""

import socketserver
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage


class Session(socketserver.StreamRequestHandler):
    server: "MailServer"

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self) -> None:
        self.say("220 loopback")
        while word := self.rfile.readline()[:4].upper().strip().decode():
            if word == "QUIT":
                self.say("221 bye")
                return
            if word == "DATA":
                self.say("354 go on")
                self.take()
            elif word == "RCPT" and self.server.refusals:
                self.server.refusals -= 1
                self.say("451 try again later")
            else:
                self.say("250 ok")

    def take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.server.mails.append(message_from_bytes(b"".join(lines), policy=policy.default))
        self.say("250 taken")


class MailServer(socketserver.ThreadingTCPServer):
    """`refusals` recipients are put off before the first one is taken; `mails` holds what was."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.mails: list[EmailMessage] = []
        self.refusals = 0
        self.thread = threading.Thread(target=self.serve_forever, args=(0.02,))

    def __enter__(self) -> "MailServer":
        self.thread.start()
        return self

    def __exit__(self, *args) -> None:
        self.shutdown()
        self.thread.join()
        self.server_close()
