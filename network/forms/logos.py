"""The field for an organization's logo: checks, shrinks and cleans the picture before anything is stored."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.logos import LogoError, LogoProblem, prepared_logo

SENTENCES = {
    LogoProblem.TOO_LARGE: _("The file is larger than 5 MB. Choose a smaller picture."),
    LogoProblem.TOO_MANY_PIXELS: _("The picture has more than 25 million pixels. Choose a smaller one."),
    LogoProblem.NO_IMAGE: _("This file is not a picture that we can read. Choose a JPEG, PNG or WebP file."),
}


class LogoInput(forms.ClearableFileInput):
    """Shows the draft's logo through the account's view, since private files have no address of their own."""

    template_name = "network/forms/logo_input.html"
    clear_checkbox_label = _("Remove this picture")  # type: ignore[assignment]  # -- the stub forgets lazy texts

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})

    def is_initial(self, value: Any) -> bool:
        # A picture that was just uploaded beside a mistake has no address yet.
        return bool(value) and getattr(value, "_committed", False)

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        if context["widget"]["is_initial"]:
            context["widget"]["logo_url"] = logo_url(value.instance.pk, value.name)
        return context


class LogoField(forms.FileField):
    """Cleans to a small picture without metadata under a random name; see `network.logos`."""

    widget = LogoInput
    default_error_messages = {
        **{problem.value: sentence for problem, sentence in SENTENCES.items()},
        "empty": _("The file is empty. Choose another one."),
        "contradiction": _("Choose a new picture or remove the present one, not both."),
    }

    def to_python(self, data: Any) -> ContentFile | None:
        file = super().to_python(data)
        if file is None:
            return None
        try:
            return prepared_logo(file, file.size)
        except LogoError as error:
            code = error.problem.value
            raise ValidationError(self.error_messages[code], code=code) from None


class StoresLogo(forms.BaseModelForm):
    """Put before a model form: writes a new logo to the private storage when the form is saved.

    A live organization is not saved by its form, only its revision is, so nobody else would write the file.
    """

    def save(self, commit: bool = True) -> Any:
        logo = self.instance.logo
        if logo and not logo._committed:
            logo.save(logo.name, logo.file, save=False)
        return super().save(commit)


def logo_url(pk: int, file_name: str) -> str:
    """The draft logo's address; the file's name in it makes browsers ask anew for a new picture."""
    return f"{reverse('network_account:logo', args=[pk])}?v={file_name.rpartition('/')[2]}"
