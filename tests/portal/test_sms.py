"""Messages to phones, through each backend for real."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from portal import sms
from portal.sms.addresses import sender
from portal.sms.backends import filled
from tests.portal.signing_in import settings_with

NUMBER = "+66812345678"


def test_the_console_prints(settings, capsys):
    settings.SMS = sender("console://")
    sms.send(NUMBER, "รหัส 123456")
    assert capsys.readouterr().out == "SMS +66812345678: รหัส 123456\n"


def test_a_folder_keeps_one_message_a_line(settings, tmp_path):
    settings.SMS = sender(f"file://{tmp_path}/new")
    for text in ("แรก", "ที่สอง\nสองบรรทัด"):
        sms.send(NUMBER, text)
    lines = (tmp_path / "new" / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["แรก", "ที่สอง\nสองบรรทัด"]


def test_a_folder_that_cannot_be_written_is_an_error_of_ours(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.SMS = sender(f"file://{tmp_path}/file")
    with pytest.raises(sms.SmsError):
        sms.send(NUMBER, "x")


@pytest.fixture
def provider():
    """A provider of messages: keeps what it was sent and answers with `status`."""

    class Handler(BaseHTTPRequestHandler):
        status, got = 200, []

        def log_message(self, *args) -> None:
            """Silent."""

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.got.append((self.path, self.headers["Authorization"], json.loads(body)))
            self.send_response(self.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Handler.address = f"http+json://127.0.0.1:{server.server_port}/send?v=1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Handler
    server.shutdown()
    server.server_close()
    thread.join()


class TestHttp:
    def test_a_provider_gets_the_template_filled(self, settings, provider):
        body = '{"msisdn": ["{digits}"], "local": "{national}", "message": {"text": "{text}"}, "flash": false}'
        settings.SMS = sender(provider.address, authorization="Bearer key", body=body)
        sms.send(NUMBER, 'รหัส "123456" {to}')
        [(path, authorization, got)] = provider.got
        assert (path, authorization) == ("/send?v=1", "Bearer key")
        text = {"text": 'รหัส "123456" {to}'}
        assert got == {"msisdn": ["66812345678"], "local": "0812345678", "message": text, "flash": False}

    def test_without_a_key_no_header_is_sent(self, settings, provider):
        settings.SMS = sender(provider.address)
        sms.send(NUMBER, "x")
        assert provider.got[-1][1:] == (None, {"to": NUMBER, "text": "x"})

    @pytest.mark.parametrize("status", [400, 401, 500])
    def test_a_refusal_is_an_error_of_ours(self, settings, provider, status):
        provider.status = status
        settings.SMS = sender(provider.address)
        with pytest.raises(sms.SmsError, match=str(status)):
            sms.send(NUMBER, "x")

    def test_a_provider_that_is_away_is_an_error_of_ours(self, settings):
        settings.SMS = sender("http+json://127.0.0.1:9/")
        with pytest.raises(sms.SmsError):
            sms.send(NUMBER, "x")

    def test_a_template_that_is_no_json_is_an_error_of_ours(self, settings, provider):
        settings.SMS = sender(provider.address, body="{to}")
        with pytest.raises(sms.SmsError):
            sms.send(NUMBER, "x")


def test_only_strings_of_the_template_are_filled():
    assert filled({"{to}": ["{to}", 5, None]}, {"{to}": NUMBER}) == {"{to}": [NUMBER, 5, None]}


def test_nothing_named_is_nothing_sent(settings):
    settings.SMS = sender("")
    assert not sms.is_open()
    with pytest.raises(sms.SmsError, match="SMS_URL"):
        sms.send(NUMBER, "x")


def test_an_unknown_scheme_is_refused_with_its_name():
    with pytest.raises(ValueError, match="pigeon"):
        sender("pigeon://loft")


@pytest.mark.parametrize("url", ["http+json://sms.example.com/", "console://", "file:///srv/sms"])
def test_production_sends_encrypted_or_not_at_all(url):
    assert "SMS_URL" in settings_with(SMS_URL=url).stderr


def test_production_without_an_address_knows_no_phones():
    assert settings_with("import portal.settings as s; print(s.SMS)").stdout == "None\n"
    ask = "import portal.settings as s; print(s.SMS['OPTIONS']['url'])"
    assert settings_with(ask, SMS_URL="https+json://sms.example.com/a?b=1").stdout == "https://sms.example.com/a?b=1\n"
