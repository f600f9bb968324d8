"""The phone field keeps one form, explains refusals and shows again what was typed."""

import pytest
from django import forms
from django.utils.translation import gettext, override

from portal.forms import PhoneField
from portal.forms.phones import SENTENCES
from portal.thai.phones import PhoneProblem


class ContactForm(forms.Form):
    phone = PhoneField(required=False)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("๐๘๑-๒๓๔-๕๖๗๘", "+66812345678"),
        ("  081 234 5678 ", "+66812345678"),
        ("032 400 000 ต่อ 12", "+6632400000;ext=12"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_number_is_cleaned_to_the_kept_form(typed, kept):
    form = ContactForm({"phone": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"phone": kept}


def test_a_number_not_sent_is_empty():
    form = ContactForm({})
    assert form.is_valid()
    assert form.cleaned_data == {"phone": ""}


@pytest.mark.parametrize(
    ("typed", "thai", "english"),
    [
        (
            "081-234",
            "เบอร์โทรศัพท์มีตัวเลขไม่ครบหรือเกิน ตรวจอีกครั้ง",
            "The phone number is too short or too long. Check the digits.",
        ),
        ("02-123-4567 หรือ 081-234-5678", "ช่องนี้ใส่ได้เบอร์เดียว", "Write only one phone number here."),
        (
            "ถามที่วัด" * 1_000,
            "เขียนเบอร์โทรศัพท์เป็นตัวเลข เช่น 081 234 5678",
            "Write the phone number in digits, for example 081 234 5678.",
        ),
    ],
)
def test_a_refusal_is_a_sentence_in_the_readers_language(typed, thai, english):
    for language, sentence in (("th", thai), ("en", english)):
        with override(language):
            assert ContactForm({"phone": typed}).errors == {"phone": [sentence]}


def test_a_null_character_is_refused():
    assert not ContactForm({"phone": "081\x00"}).is_valid()


@pytest.mark.parametrize("problem", PhoneProblem)
def test_every_reason_has_a_thai_sentence(problem):
    with override("en"):
        english = str(SENTENCES[problem])
    with override("th"):
        assert gettext(english) != english


@pytest.mark.parametrize("typed", ["+66812345678", "081-234", "๐๘๑-๒๓๔-๕๖๗๘"])
def test_what_was_typed_is_shown_again_unchanged(typed):
    assert f'value="{typed}"' in str(ContactForm({"phone": typed})["phone"])


@pytest.mark.parametrize(("language", "shown"), [("th", "032 400 000 ต่อ 12"), ("en", "032 400 000 ext. 12")])
def test_a_kept_number_is_shown_as_people_read_it(language, shown):
    initial = {"phone": "+6632400000;ext=12"}
    with override(language):
        html = str(ContactForm(initial=initial)["phone"])
        sent_back = ContactForm({"phone": shown}, initial=initial)
        assert f'value="{shown}"' in html
        assert 'type="tel"' in html
        assert sent_back.changed_data == []


def test_a_disabled_field_keeps_its_number():
    class FixedForm(forms.Form):
        phone = PhoneField(disabled=True)

    form = FixedForm({"phone": "x"}, initial={"phone": "+66812345678"})
    assert form.is_valid()
    assert 'value="081 234 5678"' in str(form["phone"])


def test_a_required_number_is_asked_for():
    with pytest.raises(forms.ValidationError) as refused:
        PhoneField().clean(" ")
    assert refused.value.code == "required"
