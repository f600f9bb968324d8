"""The CMS: the list of invitations, inviting and entering people through the actions, and who finds which."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from network.actions import withdraw_invitation
from network.enums import RepresentativeRole, RepresentativeStatus
from network.exceptions import PeopleRecused
from network.models import Invitation, Representative
from portal.models import OutgoingMail
from tests.factories.holding import InvitationFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import ADDRESS, NAME, acting, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole
LIST_QUERIES = 12


def cms(model, view, *args):
    return reverse(f"wagtailsnippets_network_{model}:{view}", args=args)


@pytest.fixture
def desk(client, registrar):
    client.force_login(registrar)
    return client


def test_open_invitations_stand_first_and_lead_to_their_page(desk, invitation, rep):
    done = InvitationFactory(status="accepted")
    page = desk.get(cms("invitation", "list"))
    rows = list(page.context["object_list"])
    assert rows == [invitation, done]
    assert reverse("network_invitation:kept", args=[invitation.pk]) in page.text


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_asks_as_often_for_one_as_for_many(desk, count, django_assert_num_queries):
    InvitationFactory.create_batch(count)
    desk.get(cms("invitation", "list"))
    with django_assert_num_queries(LIST_QUERIES):
        desk.get(cms("invitation", "list"))


def test_invitations_are_found_by_name_organization_and_status(desk, invitation, rep):
    InvitationFactory(name="ตัวอย่าง คนอื่น")
    for query in ({"q": "สมศรี"}, {"q": invitation.organization.name}, {"status": "withdrawn"}):
        if "status" in query:
            withdraw_invitation(invitation, by=rep)
        assert list(desk.get(cms("invitation", "list"), query).context["object_list"]) == [invitation]


def invited(desk, organization, **typed):
    data = {"organization": organization.pk, "name": NAME, "email": ADDRESS, "phone": "", "role": "primary"}
    return desk.post(cms("invitation", "add"), {**data, "mandate_until": "", "language": "th", **typed})


def test_the_secretariat_invites_through_the_action(desk, registrar, organization):
    answer = invited(desk, organization)
    made = Invitation.objects.get()
    assert answer.url == reverse("network_invitation:kept", args=[made.pk])
    assert (made.invited_by, made.code != "") == (registrar, True)
    assert OutgoingMail.objects.get(kind="network.invited").email == ADDRESS


def test_what_the_action_refuses_stands_above_the_form(desk, organization, rep):
    page = invited(desk, organization, email=rep.email)
    assert gettext("This person already represents the organization.") in page.text
    assert NAME in page.text
    assert not Invitation.objects.exists()


def test_invitations_are_neither_changed_nor_deleted(desk, invitation):
    for view in ("edit", "delete"):
        desk.post(cms("invitation", view, invitation.pk), {"name": "อื่น"})
    invitation.refresh_from_db()
    assert invitation.name == NAME


def entered(desk, person, organization, **typed):
    data = {"user": person.pk, "organization": organization.pk, "role": "editor", "mandate_from": "1/1/2569"}
    return desk.post(cms("representative", "add"), {**data, "mandate_until": "", **typed})


def test_whoever_is_entered_is_told_and_acts_at_once(desk, organization, rep):
    person = UserFactory()
    assert entered(desk, person, organization).status_code == 302
    assert acting(organization) == {rep.email: R.PRIMARY, person.email: R.EDITOR}
    kinds = {(mail.kind, mail.email) for mail in OutgoingMail.objects.all()}
    assert kinds == {("network.added_notice", person.email), ("network.representative_joined", rep.email)}


def test_nobody_enters_themselves_or_somebody_twice(desk, registrar, organization, rep):
    for person in (registrar, rep):
        page = entered(desk, person, organization)
        assert page.status_code == 200
        assert page.context["form"].errors
    assert acting(organization) == {rep.email: R.PRIMARY}


def test_a_mandate_is_changed_through_the_action(desk, organization, rep, colleague):
    mandate = mandate_of(colleague, organization)
    typed = {"role": "primary", "mandate_from": "1/1/2569", "mandate_until": "31/12/2599"}
    assert desk.post(cms("representative", "edit", mandate.pk), typed).status_code == 302
    mandate.refresh_from_db()
    assert (mandate.role, str(mandate.mandate_until)) == (R.PRIMARY, "2056-12-31")
    assert OutgoingMail.objects.get(kind="network.role_changed").email == colleague.email


def test_person_and_organization_of_a_mandate_are_not_changed(desk, organization, colleague):
    mandate = mandate_of(colleague, organization)
    other = RepresentativeFactory()
    typed = {"user": other.user.pk, "organization": other.organization.pk, "status": "ended", "role": "primary"}
    desk.post(cms("representative", "edit", mandate.pk), {**typed, "mandate_from": "1/1/2569", "mandate_until": ""})
    mandate.refresh_from_db()
    assert (mandate.user, mandate.organization) == (colleague, organization)
    assert mandate.status == RepresentativeStatus.ACTIVE


def test_a_registrar_who_acts_for_it_is_refused_in_words(desk, organization, registrar, colleague):
    RepresentativeFactory(organization=organization, user=registrar, role=R.EDITOR)
    mandate = mandate_of(colleague, organization)
    typed = {"role": "primary", "mandate_from": "1/1/2569", "mandate_until": ""}
    page = desk.post(cms("representative", "edit", mandate.pk), typed)
    assert str(PeopleRecused.message) in page.text
    page = desk.post(cms("representative", "end", mandate.pk), follow=True)
    assert str(PeopleRecused.message) in page.text
    assert acting(organization)[colleague.email] == R.EDITOR


def test_the_history_of_a_mandate_says_who_changed_it(desk, organization, registrar, colleague):
    mandate = mandate_of(colleague, organization)
    desk.post(
        cms("representative", "edit", mandate.pk), {"role": "primary", "mandate_from": "1/1/2569", "mandate_until": ""}
    )
    page = desk.get(cms("representative", "history", mandate.pk)).text
    assert str(registrar) in page
    assert str(colleague) in page
    assert str(RepresentativeRole.PRIMARY.label) in page


@pytest.mark.parametrize("who", ["editor", "rep", "coordinator"])
def test_nobody_else_sees_invitations_in_the_cms(request, invitation, who):
    client = Client()
    client.force_login(request.getfixturevalue(who))
    for address in (cms("invitation", "list"), cms("invitation", "add")):
        answer = client.get(address)
        assert answer.status_code in (302, 403, 404)
        assert NAME not in answer.text


def test_ended_mandates_stay_in_the_list(desk, organization, colleague):
    desk.post(cms("representative", "end", mandate_of(colleague, organization).pk))
    rows = desk.get(cms("representative", "list"), {"status": "ended"}).context["object_list"]
    assert [row.user for row in rows] == [colleague]
    assert Representative.objects.filter(user=colleague).exists()


def test_the_secretariat_finds_organizations_that_nobody_represents(desk, organization, rep):
    alone = OrganizationFactory()
    RepresentativeFactory(organization=alone, mandate_from="2020-01-01", mandate_until="2020-12-31")
    shown = desk.get(cms("organization", "list"), {"nobody": "true"}).context["object_list"]
    assert list(shown) == [alone]
    assert list(desk.get(cms("organization", "list"), {"nobody": "false"}).context["object_list"]) == [organization]


def test_a_new_mandate_begins_today_unless_told_otherwise(desk):
    form = desk.get(cms("representative", "add")).context["form"]
    assert form["mandate_from"].value() == timezone.localdate()
