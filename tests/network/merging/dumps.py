"""The whole database as values, to be compared."""

from django.apps import apps

from network.merging.stored import kept

# What only ever grows: what happened, what was said about it, and versions.
HISTORY = {
    "network.Merge",
    "network.MembershipEntry",
    "portal.OutgoingMail",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.Revision",
    "django_tasks_db.DBTaskResult",
    "django_tasks_database.DBTaskResult",
}
# A version that was taken back is followed by one that says the same as the one before it.
BOOKKEEPING = {
    "network.Organization": {"latest_revision", "live_revision", "last_published_at", "first_published_at"},
    "network.RegisterEntry": {"updated_at"},
}
# Made from the rows.
INDEXES = {"wagtailsearch.IndexEntry", "wagtailsearch.SQLiteFTSIndexEntry", "wagtailcore.ReferenceIndex"}


def dump() -> dict[str, dict[str, dict]]:
    """Every row of every model, by label and key; without history, bookkeeping and indexes."""
    models = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    return {
        model._meta.label: {str(row.pk): kept(row, columns(model)) for row in model._base_manager.order_by("pk")}
        for model in models
        if model._meta.label not in HISTORY | INDEXES
    }


def columns(model) -> list[str]:
    left_out = BOOKKEEPING.get(model._meta.label, set())
    return [field.name for field in model._meta.concrete_fields if field.name not in left_out]
