"""Where a membership stands, in words for those who act for the organization."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.enums import PaymentStatus, Standing
from network.models import Limits, Membership, Payment
from portal.templatetags.portal_thai import thai_date

S = Standing
# Kinds of components/badge.html; what is over and calls for nothing has none.
KINDS = {
    S.AWAITING: "info",
    S.ACTIVE: "good",
    S.DUE_SOON: "warn",
    S.GRACE: "warn",
    S.LAPSED: "bad",
    S.SUSPENDED: "bad",
}


def badge(standing: Standing) -> dict:
    """Parameters of components/badge.html."""
    return {"label": standing.label, "kind": KINDS.get(standing, "")}


def sentence(term: Membership, standing: Standing, limits: Limits) -> str:
    """What that means, in one or two plain sentences."""
    facts = {
        "until": thai_date(term.ends_on),
        "last_day": thai_date(last_day(term, limits)),
        "left": left_words(term),
        "day": thai_date(term.closed_on),
    }
    return SENTENCES[standing](term) % facts


def last_day(term: Membership, limits: Limits):
    """Until when it can be renewed without a gap."""
    return term.ends_on + timedelta(days=limits.grace_days) if term.ends_on else None


def payment_words(payment: Payment | None) -> str:
    """How far paying has come; "" when nothing is to be paid."""
    if payment is None:
        return ""
    if payment.status == PaymentStatus.SUBMITTED:
        return _("We have your payment. The treasurer is checking it, and you need not do anything now.")
    return _("One thing is left: the fee has to be paid.")


def end_words(term: Membership) -> str:
    """When the term ends or ended, and how long that is from now."""
    if term.ends_on is None:
        return str(term.tier)
    facts = {"tier": term.tier, "day": thai_date(term.ends_on), "left": left_words(term)}
    if term.ends_on < timezone.localdate():
        return _("%(tier)s, ended on %(day)s") % facts
    return _("%(tier)s, until %(day)s: %(left)s") % facts


def left_words(term: Membership) -> str:
    days = (term.ends_on - timezone.localdate()).days if term.ends_on else 0
    if days == 0:
        return _("today is the last day")
    return ngettext("%(days)d day is left", "%(days)d days are left", days) % {"days": days}


def _active(term: Membership) -> str:
    return _("The membership runs until %(until)s.") if term.ends_on else _("The membership has no end.")


SENTENCES = {
    S.AWAITING: lambda term: _("The membership begins on the day on which the treasurer has the joining fee."),
    S.ACTIVE: _active,
    S.DUE_SOON: lambda term: _("The membership runs until %(until)s: %(left)s. You can renew it now; no day is lost."),
    S.GRACE: lambda term: _(
        "The term ended on %(until)s. You can renew it without a gap until %(last_day)s, and keep your rights so long."
    ),
    S.LAPSED: lambda term: _(
        "The term ended on %(until)s, and the site no longer shows you as a member. "
        "You can come back at any time, under the same number."
    ),
    S.SUSPENDED: lambda term: _(
        "The membership is suspended for the time being, and the site does not show you as a member. "
        "Please call us if you have a question."
    ),
    S.RESIGNED: lambda term: _(
        "Your organization resigned on %(day)s. If you would like to come back, please call us."
    ),
    S.ENDED: lambda term: _("The membership ended on %(day)s. If you have a question, please call us."),
    S.RENEWED: lambda term: _("The term was renewed on %(day)s."),
}
