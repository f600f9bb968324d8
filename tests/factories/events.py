from datetime import timedelta

import factory
from django.utils import timezone

from events.models import Delegate, Event
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory


class EventFactory(factory.django.DjangoModelFactory):
    """A published two-day assembly in a month, with registration open for twenty more days.

    `upcoming=False` puts it a month back; `window` is "open", "soon", "closed" or "none".
    """

    class Meta:
        model = Event
        skip_postgeneration_save = True

    class Params:
        upcoming = True
        window = "open"
        first = factory.LazyAttribute(lambda o: timezone.localdate() + timedelta(days=30 if o.upcoming else -30))
        windows = factory.LazyAttribute(lambda o: windows()[o.window])

    title = factory.Sequence(lambda n: f"ตัวอย่าง สมัชชาครั้งที่ {n}")
    title_en = factory.Sequence(lambda n: f"Sample assembly {n}")
    slug = factory.Sequence(lambda n: f"sample-assembly-{n}")
    starts_on = factory.LazyAttribute(lambda o: o.first)
    ends_on = factory.LazyAttribute(lambda o: o.starts_on + timedelta(days=1))
    opens_at = factory.LazyAttribute(lambda o: o.windows[0])
    closes_at = factory.LazyAttribute(lambda o: o.windows[1])
    live = True

    @factory.post_generation
    def provinces(self, create, provinces, **kwargs):
        if create and provinces:
            self.provinces.set(provinces)
            self.save()


class DelegateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Delegate

    event = factory.SubFactory(EventFactory)
    organization = factory.SubFactory(OrganizationFactory)
    title = "นางสาว"
    name = factory.Sequence(lambda n: f"ตัวอย่าง ผู้แทนที่ {n}")
    phone = "+66812345678"
    email = factory.Sequence(lambda n: f"delegate{n}@example.org")
    position = "กรรมการ"
    entered_by = factory.SubFactory(UserFactory)


def windows() -> dict:
    """(opens_at, closes_at) seen from now."""
    now = timezone.now()
    return {
        "open": (now - timedelta(days=10), now + timedelta(days=20)),
        "soon": (now + timedelta(days=5), now + timedelta(days=20)),
        "closed": (now - timedelta(days=20), now - timedelta(days=5)),
        "none": (None, None),
    }
