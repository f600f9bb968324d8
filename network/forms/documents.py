"""The field for a document or a photo of one."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from network.documents import DocumentError, DocumentProblem, prepared_document

SENTENCES = {
    DocumentProblem.TOO_LARGE: _("The file is larger than 10 MB. Choose a smaller one, or take a photo of the page."),
    DocumentProblem.TOO_MANY_PIXELS: _("The picture has more than 25 million pixels. Choose a smaller one."),
    DocumentProblem.NO_IMAGE: _("We cannot read this file. Choose a PDF, or a photo as JPEG, PNG or WebP."),
}


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
