"""Organizations, the register and representatives in the CMS: lists, forms, exports, and who may not."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.log_actions import registry

from network.actions import end_representation, send_profile
from network.enums import EntryStatus, LegalForm, ProfileStage, RepresentativeStatus
from network.models import Organization, RegisterEntry, Representative
from tests.factories.network import (
    CoordinationCentreFactory,
    OrganizationFactory,
    ProvinceFactory,
    RepresentativeFactory,
)
from tests.factories.portal import UserFactory
from tests.network.conftest import bound_form, picture

LIST_QUERIES = 13


def cms(name, *args, model="organization"):
    return reverse(f"wagtailsnippets_network_{model}:{name}", args=args)


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_asks_the_database_as_often_for_one_row_as_for_many(
    desk, organization, count, django_assert_num_queries
):
    OrganizationFactory.create_batch(count - 1)
    desk.get(cms("list"))
    with django_assert_num_queries(LIST_QUERIES):
        response = desk.get(cms("list"))
    assert len(response.context["object_list"]) == count


def test_the_list_tells_where_each_profile_stands(desk, organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Waiting"))
    assert str(ProfileStage.WAITING.label) in desk.get(cms("list")).text


def listed(desk, **query):
    return {o.pk for o in desk.get(cms("list"), query).context["object_list"]}


@pytest.fixture
def northern(organization):
    """An unpublished, unverified foundation in the north."""
    chiang_mai = ProvinceFactory(code="TH-50", name="เชียงใหม่", name_en="Chiang Mai", region="north")
    return OrganizationFactory(
        name="ตัวอย่าง มูลนิธิเหนือ",
        live=False,
        entry__province=chiang_mai,
        entry__legal_form=LegalForm.FOUNDATION,
        entry__status=EntryStatus.PENDING,
    )


@pytest.mark.parametrize(
    "query",
    [
        {"province": "TH-50"},
        {"region": "north"},
        {"legal_form": "foundation"},
        {"status": "pending"},
        {"live": "false"},
        {"verified": "false", "region": "north"},
    ],
)
def test_each_filter_finds_the_one_it_means(desk, organization, northern, query):
    assert listed(desk, **query) == {northern.pk}


def test_verified_means_a_day_is_given(desk, organization, northern):
    RegisterEntry.objects.filter(organization=organization).update(verified_on="2026-01-01")
    assert listed(desk, verified="true") == {organization.pk}


def test_search_finds_inner_words_and_goes_together_with_a_filter(desk, organization, northern):
    for found in (organization, northern):
        RegisterEntry.objects.filter(organization=found).update(search_text="มูลนิธิเหนือ" if found == northern else "")
    assert listed(desk, q="นิธิ") == {northern.pk}
    assert listed(desk, q="นิธิ", region="north") == {northern.pk}
    assert listed(desk, q="นิธิ", region="south") == set()


def test_the_list_is_exported_and_leaves_an_entry_with_what_was_taken(desk, organization, northern, registrar):
    response = desk.get(cms("list"), {"export": "xlsx", "region": "west", "q": ""})
    [_heads, row] = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active.values
    assert organization.name in row
    assert organization.phone not in row
    entry = registry.get_logs_for_instance(registrar).get(action="portal.list.export")
    assert entry.user == registrar
    assert entry.data == {"model": "network.organization", "rows": 1, "chosen": {"region": "west"}}


def test_an_export_stands_in_the_history_of_the_site(desk, organization, registrar, admin_client):
    desk.get(cms("list"), {"export": "xlsx"})
    report = admin_client.get(reverse("wagtailadmin_reports:site_history")).text
    assert "ส่งออก “องค์กร” จำนวน 1 แถว" in report
    assert str(registrar) in report


def test_no_csv_is_offered_or_given(desk, organization):
    assert "export=csv" not in desk.get(cms("list")).text
    assert desk.get(cms("list"), {"export": "csv"})["Content-Type"].startswith("text/html")


def test_looking_at_the_list_leaves_no_entry(desk, organization, registrar):
    desk.get(cms("list"))
    assert not registry.get_logs_for_instance(registrar).exists()


def test_a_new_organization_comes_with_its_entry(desk):
    province = ProvinceFactory()
    page = desk.get(cms("add"))
    assert page.status_code == 200
    data = {name: "public" for name in page.context["form"].fields if name.endswith("_visibility")}
    data |= {"name": "ตัวอย่าง ใหม่", "slug": "sample-new", "province": province.pk, "legal_form": "network"}
    desk.post(cms("add"), data)
    made = Organization.objects.get(name="ตัวอย่าง ใหม่")
    assert (made.entry.slug, made.entry.province, made.live) == ("sample-new", province, False)
    assert desk.get(cms("edit", made.pk)).status_code == 200


def test_a_taken_address_is_refused_before_anything_is_written(desk, organization):
    page = desk.get(cms("add"))
    data = {name: "public" for name in page.context["form"].fields if name.endswith("_visibility")}
    data |= {"name": "ตัวอย่าง ซ้ำ", "slug": organization.entry.slug, "province": "TH-76", "legal_form": "network"}
    assert "slug" in desk.post(cms("add"), data).context["form"].errors
    assert not Organization.objects.filter(name="ตัวอย่าง ซ้ำ").exists()


def test_the_edit_page_shows_the_draft_logo_and_leads_to_the_entry(desk, organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, {"logo": picture()}))
    page = desk.get(cms("edit", organization.pk)).text
    assert reverse("network_account:logo", args=[organization.pk]) in page
    assert cms("edit", organization.entry.pk, model="registerentry") in page


@pytest.mark.parametrize("name", ["history", "usage", "edit"])
def test_history_and_usage_open_for_registrars(desk, organization, rep, name):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Logged"))
    assert desk.get(cms(name, organization.pk)).status_code == 200


def test_two_versions_are_compared(desk, organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, {"logo": picture()}, name_en="Compared"))
    page = desk.get(cms("revisions_compare", organization.pk, "live", "latest"))
    assert "Compared" in page.text


def test_an_organization_is_locked_and_unlocked(desk, organization):
    desk.post(cms("lock", organization.pk))
    assert Organization.objects.get(pk=organization.pk).locked
    desk.post(cms("unlock", organization.pk))
    assert not Organization.objects.get(pk=organization.pk).locked


def test_a_change_in_the_register_is_public_at_once_and_logged_with_the_organization(desk, organization, registrar):
    entry = organization.entry
    edit = cms("edit", entry.pk, model="registerentry")
    form = desk.get(edit).context["form"]
    data = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    data["is_protected"] = ""
    desk.post(edit, {**data, "status": EntryStatus.HIDDEN})
    entry.refresh_from_db()
    assert entry.status == EntryStatus.HIDDEN
    logged = registry.get_logs_for_instance(organization).get(action="network.entry.change")
    assert (logged.user, logged.data["fields"]) == (registrar, ["status"])


@pytest.mark.parametrize("model", ["registerentry", "representative"])
@pytest.mark.parametrize("count", [1, 4])
def test_the_other_lists_open_with_one_row_and_with_many(desk, organization, model, count):
    RepresentativeFactory.create_batch(count, organization=organization)
    assert desk.get(cms("list", model=model)).status_code == 200
    assert desk.get(cms("list", model=model), {"q": "ตัวอย่าง"}).status_code == 200


def test_a_representative_is_appointed(desk, organization):
    person = UserFactory()
    data = {
        "user": person.pk,
        "organization": organization.pk,
        "role": "editor",
        "status": "active",
        "mandate_from": "2026-01-01",
        "mandate_until": "",
    }
    desk.post(cms("add", model="representative"), data)
    assert Representative.objects.of(person).active().get().organization == organization
    again = desk.post(cms("add", model="representative"), data)
    assert again.status_code == 200
    assert Representative.objects.of(person).count() == 1


def test_a_mandate_is_ended_by_post_and_stays_as_history(desk, organization, rep, registrar):
    mandate = Representative.objects.get(user=rep)
    url = cms("end", mandate.pk, model="representative")
    assert desk.get(url).status_code == 200
    assert Representative.objects.of(rep).active().exists()
    for _click in range(2):
        assert desk.post(url).status_code == 302
    mandate.refresh_from_db()
    assert mandate.status == RepresentativeStatus.ENDED
    assert registry.get_logs_for_instance(mandate).filter(action="network.representative.end").count() == 1


def test_ending_a_mandate_that_has_not_begun_keeps_its_dates_in_order(organization, registrar):
    mandate = RepresentativeFactory(organization=organization, mandate_from="2099-01-01")
    mandate.refresh_from_db()
    assert str(end_representation(mandate, by=registrar).mandate_until) == "2099-01-01"


@pytest.mark.parametrize("model", ["organization", "representative", "registerentry"])
def test_registrars_cannot_delete(desk, organization, rep, model):
    row = {"organization": organization, "registerentry": organization.entry}.get(model)
    row = row or Representative.objects.get(user=rep)
    desk.post(cms("delete", row.pk, model=model))
    assert type(row).objects.filter(pk=row.pk).exists()


def test_people_are_chosen_by_registrars_only(client, registrar, editor):
    url = reverse("network_people_chooser:choose_results")
    client.force_login(registrar)
    assert editor.email in client.get(url, {"q": editor.email}).text
    client.force_login(editor)
    assert client.get(url, {"q": registrar.email}).status_code in (302, 403)


FORBIDDEN = [
    ("list", []),
    ("list_results", []),
    ("add", []),
    ("edit", ["pk"]),
    ("delete", ["pk"]),
    ("history", ["pk"]),
    ("usage", ["pk"]),
    ("unpublish", ["pk"]),
    ("workflow_history", ["pk"]),
    ("preview_on_edit", ["pk"]),
]


@pytest.mark.parametrize(("name", "args"), FORBIDDEN)
def test_editors_do_not_enter_organizations(client, organization, editor, name, args):
    client.force_login(editor)
    response = client.get(cms(name, *[organization.pk for _ in args]))
    assert response.status_code in (302, 403)
    assert organization.name not in response.text


@pytest.mark.parametrize("name", ["choose", "choose_results", "chosen"])
def test_editors_choose_no_organizations(client, organization, editor, registrar, name):
    url = reverse(
        f"wagtailsnippetchoosers_network_organization:{name}", args=[organization.pk] if name == "chosen" else []
    )
    client.force_login(editor)
    response = client.get(url)
    assert response.status_code in (302, 403)
    assert organization.name not in response.text
    client.force_login(registrar)
    assert client.get(url).status_code == 200


def test_editors_see_nothing_of_organizations_in_menu_reports_and_dashboard(client, organization, rep, editor):
    send_profile(organization, by=rep, form=bound_form(organization, name="ตัวอย่าง ความลับ"))
    client.force_login(editor)
    for name in ("wagtailadmin_home", "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks"):
        text = client.get(reverse(name), follow=True).text
        assert "ตัวอย่าง ความลับ" not in text
        assert organization.name not in text
        assert cms("list") not in text


def test_editors_decide_nothing(client, organization, rep, editor):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Waiting"))
    task = Organization.objects.get(pk=organization.pk).current_workflow_task_state
    client.force_login(editor)
    client.post(cms("workflow_action", organization.pk, "approve", task.pk), {"comment": ""})
    assert Organization.objects.get(pk=organization.pk).workflow_in_progress


def test_the_registers_dates_are_shown_and_typed_in_the_buddhist_era(desk, organization):
    entry = organization.entry
    RegisterEntry.objects.filter(pk=entry.pk).update(verified_on="2026-02-18")
    listing = desk.get(cms("list", model="registerentry")).text
    assert "18 ก.พ. 2569" in listing
    assert ">False<" not in listing
    edit = cms("edit", entry.pk, model="registerentry")
    form = desk.get(edit).context["form"]
    assert form["verified_on"].value() is not None
    data = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    desk.post(edit, {**data, "is_protected": "", "verified_on": "๑/๓/๒๕๖๙", "registered_on": "15 ส.ค. 2561"})
    entry.refresh_from_db()
    assert (str(entry.verified_on), str(entry.registered_on)) == ("2026-03-01", "2018-08-15")


def test_an_impossible_day_of_the_register_is_refused_beside_its_field(desk, organization):
    edit = cms("edit", organization.entry.pk, model="registerentry")
    form = desk.get(edit).context["form"]
    data = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    refused = desk.post(edit, {**data, "is_protected": "", "verified_on": "31/2/2569"}).context["form"]
    assert list(refused.errors) == ["verified_on"]
    assert refused["verified_on"].value() == "31/2/2569"


def test_mandates_are_shown_and_typed_in_the_buddhist_era(desk, organization):
    mandate = RepresentativeFactory(organization=organization, mandate_from="2026-01-02")
    assert "2 ม.ค. 2569" in desk.get(cms("list", model="representative")).text
    data = {"user": mandate.user_id, "organization": organization.pk, "role": "editor", "status": "active"}
    edit = cms("edit", mandate.pk, model="representative")
    desk.post(edit, {**data, "mandate_from": "3/1/2569", "mandate_until": "๓๑/๑๒/๒๕๗๐"})
    mandate.refresh_from_db()
    assert (str(mandate.mandate_from), str(mandate.mandate_until)) == ("2026-01-03", "2027-12-31")


def test_the_centres_list_leaves_an_entry_when_exported(desk, registrar):
    CoordinationCentreFactory()
    desk.get(cms("list", model="coordinationcentre"), {"export": "xlsx"})
    entry = registry.get_logs_for_instance(registrar).get(action="portal.list.export")
    assert (entry.data["model"], entry.data["rows"]) == ("network.coordinationcentre", 1)
