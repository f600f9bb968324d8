"""What an organization shows of itself: files beside an application, while its answers may be written."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction

from network.actions.applications import writable
from network.enums import DocumentKind
from network.models import ApplicationDocument, MembershipApplication
from portal.models import User

# A file is a sign of life as an answer is.
KEPT = ["ends_on", "changed_at"]


def add_document(
    application: MembershipApplication,
    *,
    by: User,
    kind: DocumentKind | str,
    file: ContentFile,
    name: str = "",
    is_paper_form: bool = False,
) -> ApplicationDocument:
    """Keep a file that `network.documents.prepared_document` has made; `name` is what people read.

    Raises:
        NotYourCase: the person does not write this application.
        CaseMoved: it has been sent meanwhile.
    """
    with transaction.atomic():
        present = writable(application, by)
        present.save(update_fields=KEPT)
        return ApplicationDocument.objects.create(
            application=present,
            kind=kind,
            file=file,
            # Names from phones are long; the stored file has one of its own anyway.
            name=(name or str(file.name))[:200],
            is_paper_form=is_paper_form,
            added_by=by,
        )


def remove_document(document: ApplicationDocument, *, by: User) -> None:
    """Take a file out again; harmless when it is gone. Raises as `add_document`."""
    with transaction.atomic():
        writable(document.application, by).save(update_fields=KEPT)
        present = ApplicationDocument.objects.filter(pk=document.pk).first()
        if present:
            present.delete()
            # After the commit: a file cannot be rolled back.
            transaction.on_commit(partial(present.file.storage.delete, str(present.file.name)), robust=True)
