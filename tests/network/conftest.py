"""The network's cast: one organization with its people, and a registrar with the workflow set up."""

import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from home.enums import EDITORS
from network import setup
from network.enums import REGISTRARS, ApplicationKind, ApplicationStatus, RepresentativeRole
from network.forms import ProfileForm
from network.models import ApplicationDocument, ImportRun, Invitation, Organization, Representative
from tests.factories.membership import ApplicationDocumentFactory, ApplicationFactory, CoordinatorFactory
from tests.factories.network import (
    CoordinationCentreFactory,
    IssueFactory,
    OrganizationFactory,
    ProvinceFactory,
    RepresentativeFactory,
)
from tests.factories.portal import UserFactory


@pytest.fixture(autouse=True)
def private_files(monkeypatch, tmp_path):
    """Uploads of a test end with it; the field keeps the storage it was made with, so that one moves."""
    folder = tmp_path / "private"
    fields = (Organization, "logo"), (ApplicationDocument, "file"), (Representative, "letter"), (Invitation, "letter")
    fields += ((ImportRun, "file"),)
    for model, field in fields:
        monkeypatch.setattr(model._meta.get_field(field).storage, "location", str(folder))
    return folder


@pytest.fixture
def workflow(db):
    """The registrars' group and the workflow for organizations."""
    setup.set_up()


@pytest.fixture
def organization(workflow):
    return OrganizationFactory(name="ตัวอย่าง สมาคมเดิม", name_en="Sample Old Name", phone="+6632400000")


@pytest.fixture
def rep(organization):
    """Its primary contact."""
    return RepresentativeFactory(organization=organization).user


@pytest.fixture
def colleague(organization):
    """Another one who keeps the profile."""
    return RepresentativeFactory(organization=organization, role=RepresentativeRole.EDITOR).user


@pytest.fixture
def delegate_maker(organization):
    return RepresentativeFactory(organization=organization, role=RepresentativeRole.DELEGATE_MAKER).user


@pytest.fixture
def outsider(workflow):
    """Someone who represents another organization."""
    return RepresentativeFactory().user


@pytest.fixture
def registrar(workflow):
    user = UserFactory(name="ตัวอย่าง นายทะเบียน")
    user.groups.add(Group.objects.get(name=REGISTRARS))
    return user


@pytest.fixture
def desk(client, registrar):
    client.force_login(registrar)
    return client


@pytest.fixture
def coordinator(workflow):
    return CoordinatorFactory(user__name="ตัวอย่าง ผู้ประสานงาน").user


@pytest.fixture
def elsewhere(workflow):
    """The coordinator of another province."""
    nan = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
    return CoordinatorFactory(centre=CoordinationCentreFactory(provinces=[nan])).user


@pytest.fixture
def make(workflow):
    """Makes an application of a kind in a status, complete enough to be sent."""

    def application(kind=ApplicationKind.PROVINCIAL, status=ApplicationStatus.SUBMITTED, **fields):
        national = kind == ApplicationKind.NATIONAL
        row = ApplicationFactory(
            national=national, sent=status != ApplicationStatus.DRAFT, issues=[IssueFactory()] if national else None
        )
        if national:
            ApplicationDocumentFactory(application=row)
        for name, value in {"status": status, **fields}.items():
            setattr(row, name, value)
        row.save()
        return row

    return application


@pytest.fixture
def editor(workflow):
    """Somebody who edits pages: may enter the CMS and nothing of the network."""
    user = UserFactory()
    group, _made = Group.objects.get_or_create(name=EDITORS)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    return user


def form_data(organization, **changed):
    """What a browser posts when only `changed` was typed."""
    draft = Organization.objects.get(pk=organization.pk).get_latest_revision_as_object()
    form = ProfileForm(instance=draft)
    data = {}
    for bound in form:
        value = bound.value()
        if bound.name == "issues":
            data["issues"] = [str(getattr(issue, "pk", issue)) for issue in value or []]
        elif bound.name != "logo":
            data[bound.name] = "" if value is None else str(bound.field.prepare_value(value))
    return {**data, **changed}


def bound_form(organization, files=None, **changed):
    draft = Organization.objects.get(pk=organization.pk).get_latest_revision_as_object()
    form = ProfileForm(form_data(organization, **changed), files, instance=draft)
    assert form.is_valid(), form.errors
    return form


def picture(name="logo.jpg", size=(900, 600), colour="teal", kind="JPEG", **options):
    """An uploaded picture."""
    file = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, colour).save(file, kind, **options)
    return SimpleUploadedFile(name, file.getvalue(), content_type=f"image/{kind.lower()}")
