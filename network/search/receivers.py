"""Keep the search columns in step with what is published."""

from django.db.models import Q
from django.db.models.signals import m2m_changed, post_save
from wagtail.signals import published, unpublished

from network.models import Issue, Organization, Province, RegisterEntry
from network.search.texts import refresh


def refresh_organization(sender, instance: Organization, **kwargs) -> None:
    refresh(Q(pk=instance.pk))


def refresh_entry(sender, instance: RegisterEntry, **kwargs) -> None:
    refresh(Q(pk=instance.organization_id))


def refresh_province(sender, instance: Province, created: bool, **kwargs) -> None:
    # A new province has no organizations yet.
    if not created:
        refresh(Q(entry__province=instance))


def refresh_issue(sender, instance: Issue, created: bool, **kwargs) -> None:
    if not created:
        refresh(Q(pk__in=Organization.issues.through.objects.filter(issue=instance).values("organization_id")))


def refresh_issues_of(sender, instance, action: str, **kwargs) -> None:
    """After an organization's issues changed; from an issue's side the signal brings organizations' keys."""
    if action.startswith("post_"):
        pks = [instance.pk] if isinstance(instance, Organization) else kwargs["pk_set"] or ()
        refresh(Q(pk__in=pks))


def connect() -> None:
    for signal in (post_save, published, unpublished):
        signal.connect(refresh_organization, sender=Organization)
    post_save.connect(refresh_entry, sender=RegisterEntry)
    post_save.connect(refresh_province, sender=Province)
    post_save.connect(refresh_issue, sender=Issue)
    m2m_changed.connect(refresh_issues_of, sender=Organization.issues.through)
