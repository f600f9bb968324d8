"""How long brought lists are kept: they hold names and numbers of people (rule 9 of the domain page)."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from network.enums import ImportState
from network.importing.intake import drop_file
from network.models import ImportRun, MembershipSettings


def outdated() -> QuerySet[ImportRun]:
    """Those whose days are over and whose file is still kept."""
    kept = timezone.now() - timedelta(days=MembershipSettings.load().keep_import_days)
    return ImportRun.objects.brought_before(kept).with_content()


def let_go(run: ImportRun) -> None:
    """Delete the file and the rows, inside the caller's transaction; the line that tells of the import stays."""
    drop_file(run)
    if run.state != ImportState.DONE:
        # Nothing came of it, so there is nothing to tell.
        run.delete()
        return
    run.rows.all().delete()
    run.columns = [[index, heading, field, []] for index, heading, field, _samples in run.columns]
    run.save(update_fields=["file", "columns"])
