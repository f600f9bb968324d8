from datetime import timedelta

import factory
from django.utils import timezone

from network.enums import EntryStatus
from network.models import Merge, NotTheSame
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory


class MergeFactory(factory.django.DjangoModelFactory):
    """In force, undoable for thirty days, with nothing that moved."""

    class Meta:
        model = Merge

    winner = factory.SubFactory(OrganizationFactory)
    loser = factory.SubFactory(OrganizationFactory, entry__status=EntryStatus.MERGED)
    by = factory.SubFactory(UserFactory)
    undo = factory.LazyFunction(dict)
    undo_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class NotTheSameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NotTheSame

    one = factory.SubFactory(OrganizationFactory)
    other = factory.SubFactory(OrganizationFactory)
    by = factory.SubFactory(UserFactory)
