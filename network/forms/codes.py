"""The code on a sheet of paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import ThaiDigits


class ThaiCharField(ThaiDigits, forms.CharField):
    """Text whose Thai digits are read as Arabic ones."""


class CodeForm(forms.Form):
    """Whatever is typed goes to `network.actions.take_over`, which reads small letters, spaces and dashes."""

    code = ThaiCharField(
        label=_("The code on the sheet"),
        max_length=40,
        help_text=_("Eight letters and figures, for example ABCD-2345. Small letters and dashes do no harm."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
