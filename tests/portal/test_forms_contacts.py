"""One field for an e-mail address or a mobile number."""

import pytest
from django.core.exceptions import ValidationError

from portal.forms import ContactField, MobileField
from portal.forms.contacts import is_phone
from portal.sms.addresses import sender


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Somsri@Example.ORG ", "somsri@example.org"),
        ("081-234-5678", "+66812345678"),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", "+66812345678"),
        ("+66 81 234 5678", "+66812345678"),
        ("+1 202 555 0123", "+12025550123"),
    ],
)
def test_both_are_read_as_people_type_them(typed, kept):
    assert ContactField().clean(typed) == kept
    assert is_phone(kept) is ("@" not in kept)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"),
        ("สมศรี", "unreadable"),
        ("somsri@", "unreadable"),
        ("a@b@example.org", "unreadable"),
        ("02 123 4567", "not_mobile"),
        ("081 234 5678 ต่อ 5", "not_mobile"),
        ("081 234", "wrong_length"),
        ("081 234 5678 หรือ 081 234 5679", "several"),
    ],
)
def test_what_cannot_receive_a_code_is_refused_in_words(typed, code):
    with pytest.raises(ValidationError) as error:
        ContactField().clean(typed)
    assert [problem.code for problem in error.value.error_list] == [code]
    assert str(error.value.messages[0])


def test_where_no_messages_go_out_only_addresses_are_asked_for(settings):
    assert "โทรศัพท์" in str(ContactField().label)
    settings.SMS = sender("")
    assert "โทรศัพท์" not in str(ContactField().label)
    assert ContactField().clean("a@example.org") == "a@example.org"
    for field in (ContactField(), MobileField()):
        with pytest.raises(ValidationError) as error:
            field.clean("081 234 5678")
        assert error.value.error_list[0].code == "no_sms"
