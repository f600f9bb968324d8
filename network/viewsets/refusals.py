"""Forms of the CMS that are saved by an action, which may say no."""

from django.http import HttpResponse
from django.views.generic.edit import FormMixin

from network.exceptions import PeopleRefused


class RefusalsBesideTheForm(FormMixin):
    """Put before Wagtail's view: what the action refuses stands above the form, with everything typed."""

    def form_valid(self, form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except PeopleRefused as refusal:
            form.add_error(None, str(refusal))
            # What Wagtail's view sets when the form itself is wrong.
            self.produced_error_code = "validation_error"
            self.produced_error_message = str(refusal)
            return self.form_invalid(form)
