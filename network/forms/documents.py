"""The field for a document or a photo of one."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from network.documents import DocumentError, DocumentProblem, prepared_document
from network.enums import REGISTERED_FORMS, DocumentKind
from network.models import MembershipApplication
from network.models.answers import has_its_document, proof_of

SENTENCES = {
    DocumentProblem.TOO_LARGE: _("The file is larger than 10 MB. Choose a smaller one, or take a photo of the page."),
    DocumentProblem.TOO_MANY_PIXELS: _("The picture has more than 25 million pixels. Choose a smaller one."),
    DocumentProblem.NO_IMAGE: _("We cannot read this file. Choose a PDF, or a photo as JPEG, PNG or WebP."),
}

# More than any case needs; without a limit the private storage is anybody's drive.
# More than anybody needs; a phone's whole album is not meant.
MOST_DOCUMENTS = 10


class DocumentField(forms.FileField):
    """Cleans to a PDF or a clean JPEG under a random name; `typed_name` is what the person called it."""

    widget = forms.FileInput
    default_error_messages = {
        **{problem.value: sentence for problem, sentence in SENTENCES.items()},
        "empty": _("The file is empty. Choose another one."),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"accept": "application/pdf,image/jpeg,image/png,image/webp", **super().widget_attrs(widget)}

    def to_python(self, data: Any) -> ContentFile | None:
        file = super().to_python(data)
        if file is None:
            return None
        try:
            prepared = prepared_document(file, file.size)
        except DocumentError as error:
            code = error.problem.value
            raise ValidationError(self.error_messages[code], code=code) from None
        suffix = PurePath(str(prepared.name)).suffix
        prepared.typed_name = PurePath(file.name or "").stem[:150] + suffix  # type: ignore[attr-defined]  # -- for people only
        return prepared


class DocumentForm(forms.Form):
    """One more document of an application. Cleans to the keywords of `network.actions.add_document`."""

    kind = forms.ChoiceField(
        label=_("What does it show?"),
        choices=DocumentKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    file = DocumentField(
        label=_("File or photo"),
        help_text=_("A PDF, or a photo taken with the phone. At most 10 MB."),
        error_messages={"required": _("Choose a file or take a photo first.")},
    )

    def __init__(self, *args, application: MembershipApplication, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.application = application
        proof = proof_of(application.legal_form)
        kinds = [kind for kind in DocumentKind if kind != proof]
        if application.legal_form in REGISTERED_FORMS:
            # A registered organization has its certificate; asking for both would send people to offices.
            kinds.remove(DocumentKind.EXISTENCE)
        choices = [(kind.value, kind.label) for kind in (proof, *kinds)]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]  # -- a choice field
        self.initial["kind"] = None if has_its_document(application) else proof

    def clean(self) -> dict[str, Any]:
        if self.application.documents.count() >= MOST_DOCUMENTS:
            sentence = _("There are %(count)d documents already. Take one out before you add another.")
            raise ValidationError(sentence, params={"count": MOST_DOCUMENTS})
        return super().clean() or self.cleaned_data

    def keywords(self) -> dict[str, Any]:
        file = self.cleaned_data["file"]
        return {"kind": self.cleaned_data["kind"], "file": file, "name": file.typed_name}
