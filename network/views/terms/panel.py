"""The memberships of an organization, as its own page in the account shows them."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from network.enums import RENEWABLE, PaymentStatus, Standing
from network.models import Limits, Membership, MembershipEntry, Organization, Payment
from network.permissions import user_can_resign
from network.views.terms import words
from portal.models import User
from portal.templatetags.portal_thai import date_range, thai_date


@dataclass(frozen=True)
class Panel:
    """The latest term in one tier, what it means, what may be done with it, and what was before."""

    term: Membership
    standing: Standing
    limits: Limits
    payment: Payment | None
    may_resign: bool
    earlier: list[Membership]
    history: list[MembershipEntry]

    @property
    def badge(self) -> dict:
        return words.badge(self.standing)

    @property
    def sentence(self) -> str:
        return words.sentence(self.term, self.standing, self.limits)

    @property
    def payment_words(self) -> str:
        return words.payment_words(self.payment)

    @property
    def can_renew(self) -> bool:
        """Nothing has been done about it yet; what is begun goes on with its payment."""
        return self.standing in RENEWABLE and self.payment is None

    @property
    def is_to_be_paid(self) -> bool:
        return self.payment is not None and self.payment.status == PaymentStatus.DUE

    @property
    def is_urgent(self) -> bool:
        """Something has to be done here before anything else on the page."""
        return self.can_renew or self.is_to_be_paid

    @property
    def can_resign(self) -> bool:
        return self.may_resign and self.term.closed_on is None

    @property
    def days(self) -> str:
        """From and until, in one phrase."""
        return days_of(self.term)


def days_of(term: Membership) -> str:
    if term.ends_on:
        return date_range(term.starts_on, term.ends_on)
    return _("since %(day)s") % {"day": thai_date(term.starts_on)}


def panels(organization: Organization, user: User) -> list[Panel]:
    """One for each tier that the organization is or was a member of; the same few queries for any number of terms."""
    limits = Limits.load()
    own = Membership.objects.own_of(user).filter(organization=organization)
    terms = list(own.with_standing(limits=limits).select_related("tier").order_by("tier", "-pk"))
    if not terms:
        return []
    history = list(
        MembershipEntry.objects.filter(membership__in=terms).select_related("by", "membership").order_by("-pk")
    )
    payments = {payment.membership_id: payment for payment in Payment.objects.open().filter(membership__in=terms)}
    may_resign = user_can_resign(user, terms[0])
    return [
        Panel(
            term=latest,
            standing=Standing(latest.standing),
            limits=limits,
            payment=payments.get(latest.pk),
            may_resign=may_resign,
            earlier=earlier,
            history=[entry for entry in history if entry.membership.tier_id == tier],
        )
        for tier, (latest, *earlier) in groupby(terms, key=lambda term: term.tier_id)
    ]


def terms_to_renew(user: User | AnonymousUser) -> QuerySet[Membership]:
    """Of the organizations that `user` represents: those whose renewal nobody has begun, the nearest end first."""
    begun = Payment.objects.open().filter(membership=OuterRef("pk"))
    limits = Limits.load()
    rows = Membership.objects.own_of(user).filter(~Exists(begun))
    rows = rows.renewable(limits=limits).with_standing(limits=limits)
    return rows.select_related("organization__entry", "tier").order_by("ends_on", "pk")


def renewal_row(term: Membership) -> dict:
    """Parameters of components/todo.html, of a row fetched `with_standing`."""
    badge = words.badge(Standing(term.standing))
    return {
        "title": term.organization.display_name,
        "text": words.end_words(term),
        "url": reverse("network_account:renew", args=[term.organization_id, term.pk]),
        "badge": badge["label"],
        "badge_kind": badge["kind"],
    }
