from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from portal.enums import CLOSED_MAILS, MailStatus

if TYPE_CHECKING:
    from portal.models import LetterText, OutgoingMail  # noqa: F401 -- names the rows below


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    def visible_to(self, user) -> Self:
        """Whoever may read the mails may read all of them; nobody else any."""
        return self.all() if user.has_perm("portal.view_outgoingmail") else self.none()

    def due(self, now: datetime) -> Self:
        return self.filter(status=MailStatus.WAITING, next_try_at__lte=now)

    def interrupted(self, now: datetime, after: timedelta) -> Self:
        """Their worker ended in the midst of sending."""
        return self.filter(status=MailStatus.SENDING, claimed_at__lte=now - after)

    def forgettable(self, written_before: datetime) -> Self:
        return self.filter(status__in=CLOSED_MAILS, created_at__lt=written_before, forgotten_at=None)


class LetterTextQuerySet(models.QuerySet["LetterText"]):
    def of_kinds(self, codes: Iterable[str]) -> Self:
        return self.filter(kind__in=list(codes))

    def changed(self) -> Self:
        return self.exclude(Q(subject_th="") & Q(body_th="") & Q(subject_en="") & Q(body_en=""))

    def complete(self, codes: Iterable[str]) -> Self:
        """One row for every code; the missing ones are made, empty: the first words stand."""
        codes = list(codes)
        missing = set(codes) - set(self.of_kinds(codes).values_list("kind", flat=True))
        if missing:
            # Two people may open the list at once; whoever comes second finds the rows.
            self.bulk_create([self.model(kind=code) for code in sorted(missing)], ignore_conflicts=True)
        return self.of_kinds(codes)
