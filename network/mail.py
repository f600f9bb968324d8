"""Mails to an organization's representatives, each in the reader's own language."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import WorkflowState

from network.models import Organization, Representative
from portal.models import Identity


def tell_of_approval(sender: type, instance: WorkflowState, **kwargs) -> None:
    """Receiver of Wagtail's `workflow_approved`."""
    _on_commit(instance, partial(mail_decision.enqueue, "approved"))


def tell_of_return(sender: type, instance: WorkflowState, **kwargs) -> None:
    """Receiver of Wagtail's `workflow_rejected`."""
    comment = instance.current_task_state.comment
    _on_commit(instance, partial(mail_decision.enqueue, "returned", comment=comment))


def _on_commit(state: WorkflowState, enqueue: Callable) -> None:
    if isinstance(state.content_object, Organization):
        transaction.on_commit(partial(enqueue, pk=state.content_object.pk))


@task
def mail_decision(decision: str, pk: int, comment: str = "") -> int:
    """Tell everyone who keeps the profile of organization `pk`; how many mails went out.

    `decision` is "approved" or "returned" and names the templates.
    """
    keepers = Representative.objects.active().profile_keepers().filter(organization_id=pk)
    mails = [_mail(keeper, decision, comment) for keeper in keepers.select_related("user", "organization__entry")]
    return sum(mail.send() for mail in mails if mail.to)


def _mail(keeper: Representative, decision: str, comment: str) -> EmailMultiAlternatives:
    with override(keeper.user.language):
        address = reverse("network_account:organization", args=[keeper.organization_id])
        context = {
            "organization": keeper.organization,
            "person": keeper.user,
            "comment": comment,
            "identity": Identity.load(),
            "language": keeper.user.language,
            "url": settings.BASE_URL.rstrip("/") + address,
        }
        template = f"network/account/mail/{decision}"
        subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
        mail = EmailMultiAlternatives(subject, render_to_string(f"{template}.txt", context), to=[keeper.user.email])
        mail.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    mail.to = [address for address in mail.to if address]
    return mail
