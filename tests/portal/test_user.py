import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.models import User
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def test_two_people_may_have_no_e_mail_address():
    first, second = User.objects.create_user(name="ก"), User.objects.create_user(email="", name="ข")
    assert first.email is None
    assert second.email is None


def test_an_e_mail_address_belongs_to_one_person_whatever_its_case():
    UserFactory(email="Somebody@Example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="SOMEBODY@example.ORG ")


def test_a_taken_address_is_refused_with_a_sentence():
    UserFactory(email="taken@example.org")
    with pytest.raises(ValidationError) as error:
        User(email="taken@example.org", password="x").full_clean()
    assert "email" in error.value.message_dict


@pytest.mark.parametrize(
    ("title", "name", "shown"),
    [
        ("นาง", "ตัวอย่าง ใจดี", "นางตัวอย่าง ใจดี"),
        ("Dr", "Sample Person", "Dr Sample Person"),
        ("", "ตัวอย่าง", "ตัวอย่าง"),
        ("พระครู", "ตัวอย่าง", "พระครู ตัวอย่าง"),
    ],
)
def test_a_thai_title_stands_close_to_the_name(title, name, shown):
    assert User(title=title, name=name).get_full_name() == shown


def test_a_person_is_called_by_name_then_address_then_number():
    assert str(User(name="ตัวอย่าง", email="a@example.org")) == "ตัวอย่าง"
    assert str(User(email="a@example.org")) == "a@example.org"
    assert str(User(pk=7)) == "#7"


def test_without_a_password_nobody_signs_in_by_password():
    assert not User.objects.create_user("a@example.org").has_usable_password()


def test_a_superuser_is_found_by_address_in_any_case():
    made = User.objects.create_superuser("Admin@Example.org", "a long password")
    assert User.objects.get_by_natural_key("ADMIN@example.org") == made
    assert made.is_superuser
