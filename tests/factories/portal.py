import factory

from portal.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """A person with an e-mail address and no password."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    title = "นาง"
    name = factory.Sequence(lambda n: f"ตัวอย่าง คนที่ {n}")
