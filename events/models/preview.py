"""Previews for rows that hold both languages side by side."""

from django.conf import settings
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import translation
from wagtail.models import PreviewableMixin


class PreviewInBothLanguages(PreviewableMixin):
    """One preview mode per language; the row's public template draws it."""

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return list(settings.LANGUAGES)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return f"{self._meta.app_label}/{self._meta.model_name}.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict:
        return {self._meta.model_name: self}

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        # Rendered here: the response would otherwise be drawn after the language is left.
        with translation.override(mode_name or settings.LANGUAGE_CODE):
            return super().serve_preview(request, mode_name).render()
