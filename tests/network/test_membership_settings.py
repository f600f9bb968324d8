"""The bank account and the days of the rules: edited by registrars, read as people type them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from wagtail.log_actions import registry

from network.demo.places import SAMPLE_ACCOUNT, load_membership_settings
from network.models import MembershipSettings

pytestmark = pytest.mark.django_db

DAYS = {
    "silent_days": 15,
    "reminder_days": 10,
    "objection_days": 0,
    "keep_declined_days": 365,
    "keep_draft_days": 180,
    "draft_warning_days": 14,
    "claim_code_days": 180,
    "invitation_days": 30,
    "merge_undo_days": 30,
    "keep_import_days": 90,
    "payment_days": 30,
    "due_soon_days": 60,
    "grace_days": 90,
}
TYPED = {
    "bank": "ธนาคารตัวอย่าง",
    "bank_en": "Sample Bank",
    "account_name": "ตัวอย่าง สภา",
    "account_number": "๑๒๓-๔-๕๖๗๘๙-๐",
    "promptpay_id": "081 234 5678",
    "biller_id": "0994000165501-01",
    "tax_id": "๐-๙๙๔๐-๐๐๑๖๕-๕๐-๑",
    **DAYS,
}


def page():
    return reverse("wagtailsettings:edit", args=["network", "membershipsettings", MembershipSettings.load().pk])


def test_the_rules_hold_before_anybody_has_written_them():
    settings = MembershipSettings.load()
    assert {name: getattr(settings, name) for name in DAYS} == DAYS
    assert settings.account_number == settings.promptpay_id == ""


def test_a_registrar_writes_the_account_and_it_is_logged(desk, registrar):
    assert desk.get(page()).status_code == 200
    assert desk.post(page(), TYPED).status_code == 302
    settings = MembershipSettings.load()
    assert (settings.account_number, settings.promptpay_id) == ("1234567890", "0812345678")
    assert (settings.biller_id, settings.tax_id) == ("099400016550101", "0994000165501")
    assert settings.display_account_number == "123-4-56789-0"
    assert registry.get_logs_for_instance(settings).get().user == registrar


def test_thai_digits_are_read_in_days(desk):
    desk.post(page(), {**TYPED, "silent_days": "๓๐", "reminder_days": "๗"})
    assert (MembershipSettings.load().silent_days, MembershipSettings.load().reminder_days) == (30, 7)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("account_number", "123"),
        ("account_number", "12345678ab"),
        ("promptpay_id", "1234567890123"),
        ("promptpay_id", "0212345678"),
        ("biller_id", "0994000165501"),
        ("tax_id", "0994000165502"),
        ("silent_days", "0"),
        ("silent_days", "366"),
        ("reminder_days", "15"),
        ("objection_days", "366"),
        ("keep_declined_days", ""),
        ("draft_warning_days", "180"),
        ("claim_code_days", "สิบ"),
        ("payment_days", "0"),
    ],
)
def test_what_cannot_be_right_is_refused_beside_its_field_and_kept(desk, field, typed):
    response = desk.post(page(), {**TYPED, field: typed})
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert form[field].value() == typed
    assert MembershipSettings.load().bank == ""


def test_a_reminder_after_the_handing_up_is_refused_by_the_row_itself():
    with pytest.raises(ValidationError) as refused:
        MembershipSettings(silent_days=5, reminder_days=5).full_clean()
    assert list(refused.value.message_dict) == ["reminder_days"]


@pytest.mark.parametrize(("language", "bank"), [("th", "ธนาคารตัวอย่าง"), ("en", "Sample Bank")])
def test_the_bank_is_named_in_the_readers_language(language, bank):
    with override(language):
        assert MembershipSettings(bank="ธนาคารตัวอย่าง", bank_en="Sample Bank").display_bank == bank


def test_without_an_english_name_the_thai_one_stands():
    with override("en"):
        assert MembershipSettings(bank="ธนาคารตัวอย่าง").display_bank == "ธนาคารตัวอย่าง"


def test_editors_do_not_open_it(client, editor):
    client.force_login(editor)
    assert client.get(page()).status_code in (302, 403)
    client.post(page(), TYPED)
    assert MembershipSettings.load().bank == ""


def test_the_demo_account_is_plainly_a_sample_and_valid():
    load_membership_settings()
    settings = MembershipSettings.load()
    settings.full_clean()
    assert settings.bank == SAMPLE_ACCOUNT["bank"]
    assert "ตัวอย่าง" in settings.bank
    assert "ตัวอย่าง" in settings.account_name


def test_the_demo_leaves_a_written_account_alone(desk):
    desk.post(page(), TYPED)
    load_membership_settings()
    assert MembershipSettings.load().account_number == "1234567890"
