"""A form that came on paper: all questions of a way of joining on one page, none of them needed before it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.enums import ApplicationKind
from network.forms.answers import DOCUMENTS, AnswersForm, Question, questions_of
from network.forms.documents import DocumentField
from network.models import MembershipApplication
from portal.forms import TidyField


class PaperEndForm(forms.Form):
    """Who signed below the privacy notice, and the files: cleans to keywords of `network.actions.save_paper`."""

    accepted_by = TidyField(
        label=_("Who signed for the privacy notice"),
        max_length=150,
        required=False,
        help_text=_("The name below the signature on the paper. Without it the form cannot be sent."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    scan = DocumentField(
        label=_("Photo or scan of the paper form"),
        required=False,
        help_text=_("Helpful, but not needed. A PDF or a photo of at most 10 MB; no ID card, please."),
    )
    proof = DocumentField(
        label=_("Document that shows that the organization exists"),
        required=False,
        help_text=_(
            "The certificate of registration; of a group that is not registered, a letter certifying that it exists."
        ),
    )
    removed: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=None,
        label=_("Files kept so far: tick what is to be taken out again"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, application: MembershipApplication, **kwargs) -> None:
        kwargs["initial"] = {"accepted_by": application.accepted_by}
        super().__init__(*args, **kwargs)
        self.fields["removed"].queryset = application.documents.all()  # type: ignore[attr-defined]  # -- a choice field
        if not application.pk or not application.documents.exists():
            del self.fields["removed"]
        if application.kind != ApplicationKind.NATIONAL:
            del self.fields["proof"]


@dataclass(frozen=True)
class Part:
    """One question on the page."""

    question: Question
    form: AnswersForm


class PaperForm:
    """Every question's form under its own field names, and the end of the page."""

    def __init__(self, application: MembershipApplication, data=None, files=None) -> None:
        self.application = application
        asked = [one for one in questions_of(application.kind) if one is not DOCUMENTS]
        self.parts = [Part(one, one.form(data, application=application)) for one in asked if one.form]
        self.end = PaperEndForm(data, files, application=application)

    def __iter__(self) -> Iterator[forms.Form]:
        yield from (part.form for part in self.parts)
        yield self.end

    @property
    def has_errors(self) -> bool:
        return any(form.is_bound and form.errors for form in self)

    @property
    def is_choosing(self) -> bool:
        """A button was pressed that only shows more of a question."""
        return any(part.form.is_choosing for part in self.parts)

    def chosen(self) -> "PaperForm":
        """The same page with what follows from the choice: everything typed, nothing scolded."""
        shown = PaperForm(self.application)
        shown.parts = [Part(part.question, _as_typed(part.form)) for part in self.parts]
        shown.end.initial["accepted_by"] = self.end["accepted_by"].value()
        return shown

    def is_valid(self) -> bool:
        """What is written must be right; what is empty may stay so."""
        for part in self.parts:
            _clean_leniently(part.form)
        is_right = not any([form.errors for form in self])  # noqa: C419 -- every form is to be cleaned
        if not is_right:
            self._ask_for_files_again()
        return is_right

    def answers(self) -> dict[str, Any]:
        return {name: value for part in self.parts for name, value in part.form.answers().items()}

    def keywords(self) -> dict[str, Any]:
        return {"answers": self.answers(), **self.end.cleaned_data}

    def _ask_for_files_again(self) -> None:
        """A browser forgets the file that it has sent."""
        for name in ("scan", "proof"):
            if self.end.cleaned_data.get(name):
                self.end.add_error(name, ValidationError(_("Please choose the file once more.")))


def _clean_leniently(form: forms.Form) -> None:
    # Only while it is cleaned: the page would call every question optional.
    needed = [field for field in form.fields.values() if field.required]
    for field in needed:
        field.required = False
    form.full_clean()
    for field in needed:
        field.required = True


def _as_typed(form: AnswersForm) -> AnswersForm:
    if form.is_choosing:
        return form.chosen()
    typed = {name: form[name].value() for name in form.fields}
    return type(form)(application=form.application, initial=typed)
