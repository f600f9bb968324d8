"""Mails about profiles, on commit and each in the reader's own language: to representatives and to registrars.

Wagtail's own workflow mails go out inside the transaction and link representatives to the CMS, which they may not
enter; for organizations these take their place.
"""

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import TaskState, WorkflowState

from network.models import Organization, Representative
from portal.models import Identity, User

KEEPERS_PAGE = "network_account:organization"
CMS_PAGE = "wagtailsnippets_network_organization:edit"


def tell_of_approval(sender: type, instance: WorkflowState, **kwargs) -> None:
    """Receiver of Wagtail's `workflow_approved`."""
    _on_commit(instance, mail_keepers, "approved")


def tell_of_return(sender: type, instance: WorkflowState, **kwargs) -> None:
    """Receiver of Wagtail's `workflow_rejected`."""
    _on_commit(instance, mail_keepers, "returned", comment=instance.current_task_state.comment)


def tell_registrars(sender: type, instance: TaskState, **kwargs) -> None:
    """Receiver of Wagtail's `task_submitted`: a version waits, for the first time or again."""
    groups = getattr(instance.task.specific, "groups", None)
    if groups:
        _on_commit(instance.workflow_state, mail_registrars, groups=list(groups.values_list("pk", flat=True)))


def _on_commit(state: WorkflowState, job, *args, **kwargs) -> None:
    if isinstance(state.content_object, Organization):
        transaction.on_commit(partial(job.enqueue, *args, pk=state.content_object.pk, **kwargs))


@task
def mail_keepers(decision: str, pk: int, comment: str = "") -> int:
    """Tell everyone who keeps the profile of organization `pk`; how many mails went out.

    `decision` is "approved" or "returned" and names the templates.
    """
    keepers = Representative.objects.active().profile_keepers().filter(organization_id=pk).select_related("user")
    return _send(decision, pk, [keeper.user for keeper in keepers], KEEPERS_PAGE, comment=comment)


@task
def mail_registrars(pk: int, groups: list[int]) -> int:
    """Tell the members of `groups` that a profile waits; how many mails went out."""
    return _send("waiting", pk, User.objects.filter(groups__in=groups).distinct(), CMS_PAGE)


def _send(name: str, pk: int, people: Iterable[User], page: str, **context) -> int:
    context |= {"organization": Organization.objects.get(pk=pk), "identity": Identity.load(), "page": page}
    return sum(_mail(name, person, context).send() for person in people if person.is_active and person.email)


def _mail(name: str, person: User, context: dict) -> EmailMultiAlternatives:
    with override(person.language):
        path = reverse(context["page"], args=[context["organization"].pk])
        context = {**context, "person": person, "language": person.language}
        context["url"] = settings.BASE_URL.rstrip("/") + path
        template = f"network/account/mail/{name}"
        subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
        mail = EmailMultiAlternatives(subject, render_to_string(f"{template}.txt", context), to=[person.email or ""])
        mail.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    return mail
