"""What all questions of an application have in common."""

from typing import Any

from django import forms

from network.models import MembershipApplication
from network.models.answers import ANSWERS


class AnswersForm(forms.Form):
    """One question. Shows the answers that `application` has; cleans to those that `save_answers` takes.

    Names of fields are names of answers, so several questions share a page with a prefix each or with none.
    """

    def __init__(self, *args, application: MembershipApplication | None = None, **kwargs) -> None:
        self.application = application
        kwargs["initial"] = {**self._known(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    @property
    def is_choosing(self) -> bool:
        """A button was pressed that only shows more of the same question."""
        return False

    def chosen(self) -> "AnswersForm":
        """What to show then."""
        return self

    def answers(self) -> dict[str, Any]:
        """The `answers` of `network.actions.save_answers`."""
        return {name: value for name, value in self.cleaned_data.items() if name in ANSWERS}

    def _known(self) -> dict[str, Any]:
        if self.application is None:
            return {}
        return {name: self._answer(name) for name in self.base_fields if name in ANSWERS}

    def _answer(self, name: str) -> Any:
        if name == "issues":
            return list(self.application.issues.all()) if self.application and self.application.pk else []
        return getattr(self.application, name)
