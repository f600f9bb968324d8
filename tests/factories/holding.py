from datetime import timedelta

import factory
from allauth.account.models import EmailAddress
from django.utils import timezone

from network.enums import RepresentativeRole
from network.models import Invitation
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory


class InvitationFactory(factory.django.DjangoModelFactory):
    """Open for thirty days, by mail, from a primary contact of the organization."""

    class Meta:
        model = Invitation

    organization = factory.SubFactory(OrganizationFactory)
    role = RepresentativeRole.EDITOR
    name = factory.Sequence(lambda n: f"ตัวอย่าง ผู้ได้รับเชิญ {n}")
    email = factory.Sequence(lambda n: f"invited{n}@example.org")
    code = factory.Sequence(lambda n: f"A{n:07d}")
    valid_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))

    @factory.lazy_attribute
    def invited_by(self):
        return RepresentativeFactory(organization=self.organization).user


def person_at(email: str, **fields):
    """Somebody who has proved to read mail at `email`."""
    user = UserFactory(email=email, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
