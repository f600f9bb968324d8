"""Two rows for one organization: which were merged, and which only look alike."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.organization import Organization


class MergeQuerySet(models.QuerySet["Merge"]):
    def in_force(self) -> "MergeQuerySet":
        return self.filter(undone_at__isnull=True)

    def outdated(self) -> "MergeQuerySet":
        """Those whose days for an undo are over, and what an undo would need is still kept."""
        return self.filter(undo__isnull=False, undo_until__lt=timezone.localdate())

    def with_names(self) -> "MergeQuerySet":
        return self.select_related("winner__entry", "loser__entry", "by", "undone_by")

    def latest_first(self) -> "MergeQuerySet":
        return self.order_by("-at", "-pk")

    def winners(self) -> dict[int, int]:
        """Where each merged organization went in the end: key of the loser to key of the winner; one query."""
        steps = dict(self.in_force().values_list("loser_id", "winner_id"))
        return {loser: _end(loser, steps) for loser in steps}

    def winner_at(self, slug: str) -> int | None:
        """Key of the organization to which the old address of a merged one leads."""
        loser = self.in_force().filter(loser__entry__slug=slug).values_list("loser_id", flat=True).first()
        return self.winners()[loser] if loser else None

    def absorbed_by(self, pk: int) -> list[int]:
        """Keys of the organizations that are part of this one now."""
        return [loser for loser, winner in self.winners().items() if winner == pk]


def _end(pk: int, steps: dict[int, int]) -> int:
    # No circle: who is merged into another wins nothing any more.
    while pk in steps:
        pk = steps[pk]
    return pk


class Merge(models.Model):
    """One organization stood in the register twice; what pointed at the loser points at the winner.

    The loser's row stays, with the status MERGED: its old address leads on, and an undo gives it back what it had.
    """

    winner = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="merges", verbose_name=_("organization that stays")
    )
    loser = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="merged", verbose_name=_("organization merged into it")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("merged by")
    )
    at = models.DateTimeField(_("merged"), auto_now_add=True)
    # Written by network.merging; None once its days are over. The shape is told in network/merging/undo.py.
    undo = models.JSONField(null=True, editable=False, encoder=DjangoJSONEncoder)
    undo_until = models.DateField(_("can be undone until"))
    # Relation to number of rows: what moved stays known after `undo` is gone.
    counts = models.JSONField(default=dict, editable=False)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )
    # What an undo left with the winner, because it had changed meanwhile: a line for each row.
    left = models.JSONField(default=list, editable=False)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        permissions = [("merge_organization", _("Can merge organizations"))]
        constraints = [
            models.UniqueConstraint(
                fields=["loser"],
                condition=Q(undone_at__isnull=True),
                name="one_merge_in_force_per_organization",
                violation_error_message=_("This organization is merged into another already."),
            ),
            models.CheckConstraint(
                condition=~Q(winner=F("loser")),
                name="no_organization_is_merged_into_itself",
                violation_error_message=_("Choose two organizations."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loser} → {self.winner}"

    @property
    def can_be_undone(self) -> bool:
        return self.undone_at is None and self.undo is not None and self.undo_until >= timezone.localdate()


class NotTheSameQuerySet(models.QuerySet["NotTheSame"]):
    def of_pair(self, one: Organization, other: Organization) -> "NotTheSameQuerySet":
        low, high = sorted((one.pk, other.pk))
        return self.filter(one=low, other=high)


class NotTheSame(models.Model):
    """Somebody has looked: two organizations that look alike are two. The smaller key stands first."""

    one = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="+", verbose_name=_("organization"))
    other = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", verbose_name=_("other organization")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("said by")
    )
    at = models.DateTimeField(_("said"), auto_now_add=True)
    why = models.CharField(_("why"), max_length=300, blank=True)

    objects = NotTheSameQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair that is not the same")
        verbose_name_plural = _("pairs that are not the same")
        constraints = [
            models.UniqueConstraint(
                fields=["one", "other"],
                name="a_pair_is_told_apart_once",
                violation_error_message=_("These two are told apart already."),
            ),
            models.CheckConstraint(
                condition=Q(one__lt=F("other")),
                name="a_pair_has_its_smaller_key_first",
                violation_error_message=_("Choose two organizations."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
