from django import forms
from django.utils.translation import gettext_lazy as _

from portal.models import User


class DetailsForm(forms.ModelForm):
    """How a person is called and reached."""

    class Meta:
        model = User
        fields = ("title", "name", "phone", "language")
        labels = {"name": _("First name and family name"), "language": _("Language of mails and screens")}
        widgets = {"language": forms.RadioSelect}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        for name, token in {"title": "honorific-prefix", "name": "name", "phone": "tel"}.items():
            self.fields[name].widget.attrs["autocomplete"] = token
