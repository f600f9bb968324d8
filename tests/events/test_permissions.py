from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.utils import timezone, translation

from events.permissions import why_cannot_send, why_cannot_withdraw, why_person_cannot_send
from network.models import Representative
from tests.factories.events import EventFactory
from tests.factories.network import ProvinceFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def code(refusal) -> str | None:
    return refusal.code if refusal else None


class TestOrganization:
    def test_a_listed_one_can_send_while_registration_is_open(self, event, organization):
        assert why_cannot_send(event, organization) is None

    @pytest.mark.parametrize(
        ("window", "reason"), [("soon", "soon"), ("closed", "closed"), ("none", "no_registration")]
    )
    def test_the_window_is_named(self, organization, window, reason):
        assert code(why_cannot_send(EventFactory(window=window), organization)) == reason

    def test_the_closing_moment_is_said_in_the_readers_era(self, event, organization):
        now = event.closes_at + timedelta(hours=1)
        with translation.override("th"):
            assert str(event.closes_at.year + 543) in why_cannot_send(event, organization, now=now).sentence
        with translation.override("en"):
            assert str(event.closes_at.year) in why_cannot_send(event, organization, now=now).sentence

    def test_a_province_left_out_is_told_which_ones_may_come(self, organization):
        krabi = ProvinceFactory(code="TH-81", name="กระบี่", name_en="Krabi")
        event = EventFactory(provinces=[krabi], window="soon")
        refusal = why_cannot_send(event, organization)
        assert refusal.code == "province"
        assert "กระบี่" in refusal.sentence
        assert code(why_cannot_send(EventFactory(provinces=[krabi, ProvinceFactory()]), organization)) is None

    @pytest.mark.parametrize("status", ["pending", "hidden", "closed"])
    def test_only_listed_ones_send(self, event, organization, status):
        organization.entry.status = status
        assert code(why_cannot_send(event, organization)) == "not_listed"

    def test_an_unpublished_organization_or_event_sends_nobody(self, event, organization):
        organization.live = False
        assert code(why_cannot_send(event, organization)) == "not_listed"
        event.live = False
        assert code(why_cannot_send(event, organization)) == "not_published"

    def test_an_event_that_is_over_says_so_when_its_window_had_no_end(self, organization):
        event = EventFactory(upcoming=False, closes_at=None)
        with translation.override("en"):
            assert why_cannot_send(event, organization).sentence == "This event is over."

    def test_taking_a_name_back_asks_only_for_the_window(self, organization):
        organization.entry.status = "hidden"
        assert why_cannot_withdraw(EventFactory(), organization) is None
        assert code(why_cannot_withdraw(EventFactory(window="closed"), organization)) == "closed"


class TestPerson:
    def test_the_primary_contact_and_the_delegate_maker_can(self, organization, rep, colleague):
        assert why_person_cannot_send(rep, organization) is None
        assert why_person_cannot_send(colleague, organization) is None

    def test_who_keeps_the_profile_cannot(self, organization, keeper):
        assert code(why_person_cannot_send(keeper, organization)) == "role"

    def test_outsiders_and_visitors_cannot(self, organization, outsider):
        assert code(why_person_cannot_send(outsider, organization)) == "no_mandate"
        assert code(why_person_cannot_send(AnonymousUser(), organization)) == "no_mandate"

    def test_a_mandate_that_is_over_counts_no_more(self, organization, rep):
        yesterday = timezone.localdate() - timedelta(days=1)
        Representative.objects.update(mandate_from=yesterday, mandate_until=yesterday)
        assert code(why_person_cannot_send(rep, organization)) == "no_mandate"

    def test_event_staff_act_for_every_organization(self, organization):
        person = UserFactory()
        person.user_permissions.add(Permission.objects.get(codename="enter_delegate"))
        assert why_person_cannot_send(person, organization) is None
