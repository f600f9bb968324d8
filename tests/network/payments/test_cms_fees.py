"""Fees in the CMS: a new one ends the one before it, and one that was used is never changed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry

from network.actions.fees import set_fee
from network.enums import ApplicationKind
from network.exceptions import FeeRefused
from network.models import Fee, Tier
from tests.factories.payments import PaymentFactory
from tests.factories.portal import UserFactory
from tests.racing import together

NAME = "wagtailsnippets_network_fee"
CHANGE = date(2027, 1, 1)


@pytest.fixture
def tier(workflow):
    return Tier.objects.get(kind=ApplicationKind.NATIONAL)


@pytest.fixture
def first(tier):
    return tier.fees.get()


def typed(tier, **changed):
    words = {"tier": tier.pk, "amount": "1500", "months": "24", "valid_from": "1/1/2570", "valid_until": ""}
    return {**words, **changed}


def add(cms, tier, **changed):
    return cms.post(reverse(f"{NAME}:add"), typed(tier, **changed))


def edit_url(fee):
    return reverse(f"{NAME}:edit", args=[fee.pk])


@pytest.mark.django_db
class TestInTheCms:
    def test_a_new_fee_ends_the_one_before_it(self, desk, registrar, tier, first):
        assert add(desk, tier, amount="๑,๕๐๐", months="๑๒").status_code == 302
        new = tier.fees.get(valid_from=CHANGE)
        first.refresh_from_db()
        assert (new.amount, new.months, new.valid_until) == (1500, 12, None)
        assert first.valid_until == CHANGE - timedelta(days=1)
        assert registry.get_logs_for_instance(new).get().user == registrar

    @pytest.mark.parametrize(
        ("field", "value"),
        [("amount", "-1"), ("amount", "ฟรี"), ("months", "0"), ("valid_from", "31/2/2570"), ("valid_until", "1/1/2569")],
    )
    def test_what_cannot_be_right_stays_typed(self, desk, tier, first, field, value):
        answer = add(desk, tier, **{field: value})
        assert answer.status_code in (200, 422)
        assert answer.context["form"][field].value() == value
        assert Fee.objects.filter(tier=tier).count() == 1

    def test_it_may_not_run_into_a_later_one(self, desk, tier, first):
        add(desk, tier)
        answer = add(desk, tier, valid_from="1/6/2569")
        assert "valid_from" in answer.context["form"].errors
        assert add(desk, tier, valid_from="1/6/2569", valid_until="31/12/2569").status_code == 302
        assert list(tier.fees.order_by("valid_from").values_list("valid_until", flat=True)) == [
            date(2026, 5, 31),
            date(2026, 12, 31),
            None,
        ]

    def test_one_that_nobody_was_asked_for_is_corrected(self, desk, tier, first):
        changed = typed(tier, amount="1800", valid_from="14/8/2563")
        assert desk.post(edit_url(first), changed).status_code == 302
        first.refresh_from_db()
        assert first.amount == 1800

    def test_one_that_was_used_only_ends(self, desk, tier, first):
        PaymentFactory(fee=first, membership__tier=tier)
        desk.post(edit_url(first), typed(tier, amount="1", months="1", valid_until="31/12/2570"))
        first.refresh_from_db()
        assert (first.amount, first.months, first.valid_until) == (2000, 24, date(2027, 12, 31))

    def test_none_is_deleted(self, client, desk, first):
        client.force_login(UserFactory(is_superuser=True))
        client.post(reverse(f"{NAME}:delete", args=[first.pk]))
        assert Fee.objects.filter(pk=first.pk).exists()

    def test_the_list_says_term_and_fee_in_words(self, desk, first):
        page = desk.get(reverse(f"{NAME}:list")).text
        for words in ("24 เดือน", "2,000 บาท", "ไม่มีกำหนดหมดอายุ", "ไม่เสียค่าใช้จ่าย"):
            assert words in page

    def test_a_treasurer_reads_them(self, client, treasurer, tier, first):
        client.force_login(treasurer)
        assert client.get(reverse(f"{NAME}:list")).status_code == 200
        add(client, tier)
        assert tier.fees.count() == 1


@pytest.mark.django_db
def test_a_used_fee_is_not_changed_behind_the_form_either(tier, first, registrar):
    PaymentFactory(fee=first, membership__tier=tier)
    first.amount = 1
    with pytest.raises(FeeRefused):
        set_fee(first, by=registrar)


@pytest.mark.django_db(transaction=True)
def test_two_fees_set_at_once_never_hold_on_one_day(tier, registrar):
    def press(month):
        try:
            return set_fee(Fee(tier=tier, amount=month, valid_from=date(2030, month, 1)), by=registrar)
        except FeeRefused as refusal:
            return refusal

    together([lambda month=month: press(month) for month in (1, 2, 3, 4)])
    for day in (timezone.localdate(), date(2030, 1, 15), date(2030, 3, 15), date(2030, 5, 1)):
        assert Fee.objects.filter(tier=tier).valid_on(day).count() <= 1
