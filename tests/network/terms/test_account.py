"""The membership in the account: what it says in each standing, one screen to renew, a page to leave."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions.terms.deciding import suspend
from network.enums import PaymentPurpose, Standing
from network.models import Fee, Membership, Payment
from network.views.terms.panel import panels
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db
LANGUAGES = ["th", "en"]
ACCOUNT_QUERIES = 2


def url(name, membership, language="th"):
    with override(language):
        return reverse(f"network_account:{name}", args=[membership.organization_id, membership.pk])


def own_page(organization):
    return reverse("network_account:organization", args=[organization.pk])


@pytest.fixture
def me(client, rep):
    client.force_login(rep)
    return client


class TestThePanel:
    @pytest.mark.parametrize(
        ("days_left", "fields", "standing"),
        [
            (400, {}, Standing.ACTIVE),
            (None, {}, Standing.ACTIVE),
            (30, {}, Standing.DUE_SOON),
            (0, {}, Standing.DUE_SOON),
            (-5, {}, Standing.GRACE),
            (-200, {}, Standing.LAPSED),
            (400, {"suspended_on": timezone.localdate(), "suspended_reason": "เหตุผลตัวอย่าง"}, Standing.SUSPENDED),
            (400, {"closed_on": timezone.localdate(), "closed_reason": "resigned"}, Standing.RESIGNED),
            (400, {"closed_on": timezone.localdate(), "closed_reason": "ended"}, Standing.ENDED),
        ],
    )
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_where_the_membership_stands(self, me, organization, days_left, fields, standing, language):
        member(days_left, organization=organization, **fields)
        with override(language):
            page = me.get(own_page(organization)).text
            assert str(standing.label) in page
        assert "%(" not in page
        assert fields.get("suspended_reason", "") in page

    def test_an_organization_that_has_never_been_a_member_has_none(self, me, organization):
        assert "membership-" not in me.get(own_page(organization)).text

    @pytest.mark.parametrize("days_left", [30, -5, -200])
    def test_what_ends_is_renewed_by_the_one_main_button(self, me, organization, days_left):
        term = member(days_left, organization=organization)
        page = me.get(own_page(organization)).text
        assert url("renew", term) in page
        assert page.count('class="button"') == 1

    def test_a_renewal_that_is_begun_leads_to_its_payment(self, me, term):
        payment = PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL)
        page = me.get(own_page(term.organization)).text
        assert url("renew", term) not in page
        assert reverse("network_account:payment", args=[term.organization_id, payment.pk]) in page

    def test_what_is_with_the_treasurer_asks_for_nothing(self, me, term):
        PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL, submitted=True)
        page = me.get(own_page(term.organization)).text
        assert url("renew", term) not in page
        assert gettext("We have your payment. The treasurer is checking it, and you need not do anything now.") in page

    def test_the_history_is_told_with_reasons_and_earlier_terms(self, me, term, registrar):
        suspend(term, by=registrar, reason="ขอเอกสารเพิ่ม")
        page = me.get(own_page(term.organization)).text
        assert "ขอเอกสารเพิ่ม" in page
        assert str(registrar) in page

    @pytest.mark.parametrize("terms", [1, 5])
    def test_many_terms_ask_as_often_as_one(self, organization, rep, terms, django_assert_num_queries):
        before = None
        for _n in range(terms):
            if before:
                Membership.objects.update(closed_on=timezone.localdate(), closed_reason="renewed")
            before = member(400, organization=organization, number=7, follows=before)
        with django_assert_num_queries(5):
            (panel,) = panels(organization, rep)
        assert len(panel.earlier) == terms - 1

    @pytest.mark.parametrize(("name", "may"), [("rep", True), ("colleague", False)])
    def test_only_the_primary_contact_finds_the_way_out(self, client, term, request, name, may):
        client.force_login(request.getfixturevalue(name))
        assert (url("resign", term) in client.get(own_page(term.organization)).text) == may


class TestRenewing:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_one_screen_says_the_price_the_days_and_who_hears_of_it(self, me, term, rep, language):
        page = me.get(url("renew", term, language))
        assert page.status_code == 200
        assert ("2,000 บาท" if language == "th" else "2,000 baht") in page.text
        assert rep.email in page.text
        first = term.ends_on + timedelta(days=1)
        assert page.context["starts_on"] == first

    def test_the_button_leads_to_the_payment_page(self, me, term):
        answer = me.post(url("renew", term))
        payment = Payment.objects.get()
        assert answer.url == reverse("network_account:payment", args=[term.organization_id, payment.pk])
        assert me.post(url("renew", term)).url == answer.url

    def test_what_costs_nothing_is_renewed_at_once(self, me, term):
        Fee.objects.update(amount=0)
        assert me.post(url("renew", term)).url == own_page(term.organization)
        assert Membership.objects.get(follows=term).standing_on() == Standing.ACTIVE

    def test_an_old_letters_link_says_that_it_is_done(self, me, term):
        Fee.objects.update(amount=0)
        me.post(url("renew", term))
        page = me.get(url("renew", term)).text
        assert gettext("This has been renewed already. You need not do anything.") in page
        assert "<form" not in page.partition("<main")[2].partition("</main")[0]

    @pytest.mark.parametrize("days_left", [61, None])
    def test_too_early_says_so_and_offers_nothing(self, me, organization, days_left):
        term = member(days_left, organization=organization)
        answer = me.post(url("renew", term))
        assert answer.status_code == 409
        assert gettext("This membership need not be renewed yet.") in answer.text
        assert not Payment.objects.exists()

    def test_with_the_treasurer_there_is_no_second_button(self, me, term):
        PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL, submitted=True)
        page = me.get(url("renew", term)).text
        assert gettext("All right, go on to the payment") not in page

    def test_any_representative_may(self, client, term, colleague):
        client.force_login(colleague)
        assert client.post(url("renew", term)).status_code == 302

    def test_others_find_no_such_page(self, client, term, outsider, registrar):
        for person in (outsider, registrar):
            client.force_login(person)
            assert client.get(url("renew", term)).status_code == 404
            assert client.post(url("renew", term)).status_code == 404
        assert not Payment.objects.exists()

    def test_the_term_of_another_organization_is_not_to_be_found(self, me, organization):
        other = member(30)
        address = reverse("network_account:renew", args=[organization.pk, other.pk])
        assert me.get(address).status_code == 404

    def test_other_methods_are_refused(self, me, term):
        assert me.put(url("renew", term)).status_code == 405

    def test_nobody_is_sent_to_sign_in(self, client, term):
        assert "/account/login/" in client.get(url("renew", term)).url


class TestResigning:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_page_says_what_happens_then(self, me, term, language):
        page = me.get(url("resign", term, language))
        assert page.status_code == 200
        term.refresh_from_db()
        assert term.closed_on is None

    def test_a_tick_and_the_button_do_it(self, me, term):
        answer = me.post(url("resign", term), {"is_sure": "on", "reason": "คณะทำงานหมดวาระ"})
        assert answer.url == own_page(term.organization)
        term.refresh_from_db()
        assert (term.standing_on(), term.history.get().message) == (Standing.RESIGNED, "คณะทำงานหมดวาระ")

    def test_without_the_tick_nothing_happens_and_the_words_are_kept(self, me, term):
        answer = me.post(url("resign", term), {"reason": "คณะทำงานหมดวาระ"})
        assert answer.status_code == 422
        assert "คณะทำงานหมดวาระ" in answer.text
        term.refresh_from_db()
        assert term.closed_on is None

    def test_what_has_ended_otherwise_says_so(self, me, organization):
        term = member(30, organization=organization, closed_on=timezone.localdate(), closed_reason="ended")
        assert me.post(url("resign", term), {"is_sure": "on"}).status_code == 422

    def test_other_representatives_may_not(self, client, term, colleague, delegate_maker):
        for person in (colleague, delegate_maker):
            client.force_login(person)
            assert client.get(url("resign", term)).status_code == 403
            assert client.post(url("resign", term), {"is_sure": "on"}).status_code == 403

    def test_others_find_no_such_page(self, client, term, outsider):
        client.force_login(outsider)
        assert client.post(url("resign", term), {"is_sure": "on"}).status_code == 404

    def test_other_methods_are_refused(self, me, term):
        assert me.delete(url("resign", term)).status_code == 405


class TestTheFirstPage:
    def rows(self, client):
        sections = [s for s in client.get(reverse("account")).context["sections"] if "terms/section" in s.template]
        return sections[0].context["rows"] if sections else []

    def test_lists_what_should_be_renewed_until_that_is_begun(self, me, term, rep):
        assert [row["url"] for row in self.rows(me)] == [url("renew", term)]
        PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL)
        assert self.rows(me) == []

    def test_what_runs_on_is_not_listed(self, me, organization):
        member(61, organization=organization)
        assert self.rows(me) == []

    @pytest.mark.parametrize("count", [1, 4])
    def test_many_ask_as_often_as_one(self, rf, rep, organization, count, django_assert_num_queries):
        from network.sections import to_renew

        member(30, organization=organization)
        for _n in range(count - 1):
            member(-30, organization=RepresentativeFactory(user=rep).organization)
        request = rf.get("/account/")
        request.user = rep
        with django_assert_num_queries(ACCOUNT_QUERIES):
            assert len(to_renew(request).context["rows"]) == count
