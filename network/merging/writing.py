"""Write what was chosen on the winner, so that neither its public page nor a draft of its people loses a word."""

import json
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q

from network.merging.parts import set_value, value_of
from network.models import Organization, RegisterEntry
from network.search.texts import refresh
from portal.models import User


def write_profile(organization: Organization, values: Mapping[str, Any], *, by: User) -> None:
    """Publish these values as a new version; what waits unpublished behind it keeps its own words."""
    if not values:
        return
    public = Organization.objects.get(pk=organization.pk)
    has_draft = public.latest_revision_id and (public.has_unpublished_changes or not public.live)
    draft = public.get_latest_revision_as_object() if has_draft else None
    before = {name: value_of(public, name) for name in values}
    assign(public, values)
    if public.live:
        public.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
    else:
        # Nothing is published: the row has the first words, the draft the latest.
        public.save()
    if draft is not None:
        # A field that the draft has changed is the words of somebody who has not sent them yet.
        assign(draft, {name: value for name, value in values.items() if value_of(draft, name) == before[name]})
        draft.save_revision(user=by, clean=False)


def write_entry(entry: RegisterEntry, values: Mapping[str, Any]) -> None:
    assign(entry, values)
    entry.save()
    refresh(Q(pk=entry.organization_id))


def assign(row: Organization | RegisterEntry, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        set_value(row, name, value)


def plain(value: Any) -> Any:
    """The value as it comes back from JSON."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))
