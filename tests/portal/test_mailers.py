import pytest

from portal.mailers import mailer


def test_an_smtp_address_becomes_a_mailer_with_its_options():
    entry = mailer("smtp+tls://robot:p%40ss@mail.example.org:587")
    assert entry["BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert entry["OPTIONS"] == {
        "host": "mail.example.org",
        "port": 587,
        "username": "robot",
        "password": "p@ss",
        "use_tls": True,
        "use_ssl": False,
        "timeout": 20,
    }


def test_a_folder_takes_mails_as_files():
    assert mailer("file:///srv/mail")["OPTIONS"] == {"file_path": "/srv/mail"}


def test_a_provider_is_reached_through_its_own_backend():
    entry = mailer("anymail+mailgun://?api_key=k")
    assert entry == {"BACKEND": "anymail.backends.mailgun.EmailBackend", "OPTIONS": {"api_key": "k"}}


def test_an_unknown_scheme_is_refused_with_its_name():
    with pytest.raises(ValueError, match="pigeon"):
        mailer("pigeon://loft")
