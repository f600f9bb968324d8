"""Reads of applications, named as adjectives; `visible_to` is the only door to rows that a person sees."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

from network.codes import typed_code
from network.enums import ADVISED, CLOSED_APPLICATIONS, FRUITLESS, OPEN_APPLICATIONS, ApplicationStatus, CaseAction
from network.models.coordinator import Coordinator, attended_provinces, provinces_served_by
from network.models.representative import Representative

if TYPE_CHECKING:
    from network.models.application import MembershipApplication  # noqa: F401 -- the base class names it in quotes

HANDED_UP = Q(status=ApplicationStatus.SUBMITTED, handed_up_at__isnull=False)


class ApplicationQuerySet(models.QuerySet["MembershipApplication"]):
    def visible_to(self, user) -> "ApplicationQuerySet":
        """One's own, one's organizations', one's provinces' once they are sent, and all sent ones for the registrar."""
        if not user.is_authenticated:
            return self.none()
        # As a subquery: OR over two joins would repeat rows, and `distinct` cannot be locked.
        own = Q(pk__in=self.model.objects.own_of(user).values("pk"))
        if user.has_perm("network.decide_membershipapplication"):
            kept = Q(pk__in=self.model.objects.on_paper_with(user).values("pk"))
            return self.filter(own | kept | ~Q(status=ApplicationStatus.DRAFT))
        return self.filter(own | Q(pk__in=self.model.objects.on_desk_of(user).values("pk")))

    def own_of(self, user) -> "ApplicationQuerySet":
        """Those that `user` writes: as applicant, for an organization they represent, or from a paper form."""
        if not user.is_authenticated:
            return self.none()
        rows = self.model.objects
        on_paper = rows.on_paper().filter(entered_beside(user)).values("pk")
        return self.filter(Q(pk__in=rows.asked_by(user).values("pk")) | Q(pk__in=on_paper))

    def with_code(self, typed: str) -> "ApplicationQuerySet":
        """The paper form that waits under this code, as people type it."""
        # A code of a case that came to nothing opens nothing, though the row keeps it.
        rows = self.exclude(status__in=FRUITLESS).filter(applicant__isnull=True)
        return rows.filter(code=typed_code(typed)[:12], code_until__gte=timezone.localdate())

    def asked_by(self, user) -> "ApplicationQuerySet":
        """Those of `user` as applicant, or of an organization they represent."""
        if not user.is_authenticated:
            return self.none()
        represented = Representative.objects.of(user).active().values("organization")
        return self.filter(Q(applicant=user) | Q(organization__in=represented))

    def on_paper(self) -> "ApplicationQuerySet":
        """Entered from paper, and nobody has taken them over yet."""
        return self.filter(filed_by__isnull=False, applicant__isnull=True)

    def on_paper_with(self, user) -> "ApplicationQuerySet":
        """Paper forms that `user` keeps: one's own, those of one's centre, all for the secretariat."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("network.file_membershipapplication"):
            return self.on_paper()
        return self.on_paper().filter(entered_beside(user))

    def written_by(self, user) -> "ApplicationQuerySet":
        """Those of `own_of`, and for the secretariat every paper form."""
        rows = self.model.objects
        kept = rows.on_paper_with(user).values("pk")
        return self.filter(Q(pk__in=rows.own_of(user).values("pk")) | Q(pk__in=kept))

    def drafts(self) -> "ApplicationQuerySet":
        return self.filter(status=ApplicationStatus.DRAFT)

    def trackable_by(self, user) -> "ApplicationQuerySet":
        """What the tracking page shows to whoever has its address: sent ones to all, drafts to their writers."""
        own = Q(pk__in=self.model.objects.own_of(user).values("pk"))
        return self.filter(own | ~Q(status=ApplicationStatus.DRAFT))

    def with_places(self) -> "ApplicationQuerySet":
        """With what names its place and its organization, the centres of the province too."""
        rows = self.select_related("province", "district", "subdistrict", "organization__entry")
        return rows.prefetch_related("province__centres")

    def on_desk_of(self, user) -> "ApplicationQuerySet":
        """Sent ones of the provinces that `user` coordinates; no province means no rows."""
        # Fails closed: whoever serves no province gets an empty list, never everything.
        return self.sent().filter(province__in=provinces_served_by(user))

    def sent(self) -> "ApplicationQuerySet":
        return self.exclude(status=ApplicationStatus.DRAFT)

    def open(self) -> "ApplicationQuerySet":
        return self.filter(status__in=OPEN_APPLICATIONS)

    def new(self) -> "ApplicationQuerySet":
        """With the centre, not handed up."""
        return self.filter(status=ApplicationStatus.SUBMITTED, handed_up_at__isnull=True)

    def waiting_for_an_answer(self) -> "ApplicationQuerySet":
        return self.filter(status=ApplicationStatus.RETURNED)

    def advised(self) -> "ApplicationQuerySet":
        return self.filter(status__in=ADVISED)

    def with_the_registrar(self) -> "ApplicationQuerySet":
        """The centre has advised; the approval may be announced already."""
        return self.filter(status__in=(*ADVISED, ApplicationStatus.ANNOUNCED))

    def handed_up(self) -> "ApplicationQuerySet":
        """With the secretariat, without the centre's advice."""
        return self.filter(HANDED_UP)

    def announced(self) -> "ApplicationQuerySet":
        return self.filter(status=ApplicationStatus.ANNOUNCED)

    def decided(self) -> "ApplicationQuerySet":
        return self.filter(status__in=CLOSED_APPLICATIONS)

    def decided_since(self, moment: datetime) -> "ApplicationQuerySet":
        return self.decided().filter(decided_at__gte=moment)

    def for_the_registrar(self) -> "ApplicationQuerySet":
        """What waits for a decision across the provinces: advised ones and those handed up."""
        return self.filter(Q(status__in=ADVISED) | HANDED_UP)

    def silent_since(self, moment: datetime) -> "ApplicationQuerySet":
        """With their centre since before `moment`, and nothing has happened."""
        return self.new().filter(status_since__lt=moment)

    def not_reminded(self) -> "ApplicationQuerySet":
        """Their centre was not reminded since they came, or came back, to it."""
        # Counted from the timeline, so that an answer which brings the case back earns the centre a new reminder.
        reminded = models.Max("timeline__at", filter=Q(timeline__action=CaseAction.REMIND))
        before = Q(reminded_at=None) | Q(reminded_at__lt=models.F("status_since"))
        return self.annotate(reminded_at=reminded).filter(before)

    def unattended(self) -> "ApplicationQuerySet":
        """With a centre at which nobody serves any more."""
        return self.new().exclude(province__in=attended_provinces())

    def unopposed(self, today: date) -> "ApplicationQuerySet":
        """Announced, and the last day for objections is over."""
        return self.announced().filter(objections_until__lt=today)

    def fruitless_since(self, moment: datetime) -> "ApplicationQuerySet":
        """Declined or withdrawn before `moment`."""
        return self.filter(status__in=FRUITLESS, decided_at__lt=moment)

    def drafts_untouched_since(self, moment: datetime) -> "ApplicationQuerySet":
        """Nobody has written in them since before `moment`, and nobody was warned yet."""
        return self.filter(status=ApplicationStatus.DRAFT, ends_on=None, changed_at__lt=moment)

    def drafts_ending(self, today: date) -> "ApplicationQuerySet":
        """The day that their writers were told has come."""
        return self.filter(status=ApplicationStatus.DRAFT, ends_on__lte=today)


def entered_beside(user) -> Q:
    """Of paper forms: entered by `user` or at their centre, also by who has left it, so that none is lost."""
    return Q(filed_by=user) | Q(filed_by__in=Coordinator.objects.colleagues_of(user).values("user"))
