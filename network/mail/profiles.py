"""Mails about profiles, written with the decision and each in the reader's own language.

Wagtail's own workflow mails go out inside the transaction and link representatives to the CMS, which they may not
enter; for organizations these take their place.
"""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from network.models import Organization, Representative
from portal.mail import send_letter
from portal.models import User

KEEPERS_PAGE = "network_account:organization"
CMS_PAGE = "wagtailsnippets_network_organization:edit"


def tell_of_approval(sender: type, instance: WorkflowState, **kwargs) -> None:
    """Receiver of Wagtail's `workflow_approved`."""
    _tell_keepers("profile_approved", instance)


def tell_of_return(sender: type, instance: WorkflowState, **kwargs) -> None:
    """Receiver of Wagtail's `workflow_rejected`."""
    _tell_keepers("profile_returned", instance, comment=instance.current_task_state.comment or "–")


def tell_registrars(sender: type, instance: TaskState, **kwargs) -> None:
    """Receiver of Wagtail's `task_submitted`: a version waits, for the first time or again."""
    # A workflow of the council's own may have tasks without groups.
    groups = getattr(instance.task.specific, "groups", None)
    if groups:
        people = User.objects.filter(groups__in=groups.all()).distinct()
        _tell("profile_waiting", instance.workflow_state, people, {"cms_link": CMS_PAGE})


def _tell_keepers(name: str, state: WorkflowState, **known: str) -> None:
    """Everyone who keeps the profile."""
    active = Representative.objects.active().profile_keepers()
    keepers = active.filter(organization_id=state.object_id).select_related("user")
    _tell(name, state, [keeper.user for keeper in keepers], {"profile_link": KEEPERS_PAGE}, **known)


def _tell(name: str, state: WorkflowState, people: Iterable[User], pages: dict[str, str], **known: str) -> None:
    if not isinstance(state.content_object, Organization):
        return
    # Read again: the object of the signal still carries the version before.
    organization = Organization.objects.get(pk=state.content_object.pk)

    def context() -> dict[str, object]:
        links = {link: _address(page, organization.pk) for link, page in pages.items()}
        return {"organization": organization, **known, **links}

    for person in people:
        if person.is_active:
            send_letter(f"network.{name}", to=person, context=context)


def _address(page: str, pk: int) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(page, args=[pk])
