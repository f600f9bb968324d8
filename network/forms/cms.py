"""The organization's form in the CMS: the same fields and checks as the representative's."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from network.enums import EntryStatus, LegalForm
from network.forms.logos import LogoField, StoresLogo
from network.forms.years import ThaiYearField
from network.models import Organization, Province, RegisterEntry
from portal.forms import PhoneField, ThaiDateField


class OrganizationForm(StoresLogo, WagtailAdminModelForm):
    logo = LogoField(label=_("Logo"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)
    year_started = ThaiYearField(label=_("Year of founding"), required=False)


class NewOrganizationForm(OrganizationForm):
    """Also asks what the register needs, since no organization is without an entry."""

    slug = forms.SlugField(
        label=_("Address"), max_length=80, help_text=_("English letters and hyphens, for example rak-muang-phet.")
    )
    province = forms.ModelChoiceField(Province.objects.all(), label=_("Province"))
    legal_form = forms.ChoiceField(choices=LegalForm, label=_("Legal form"))

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if RegisterEntry.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("Another organization has this address."))
        return slug

    def save(self, commit: bool = True) -> Any:
        organization: Organization = super().save(commit)
        if commit:
            facts = {name: self.cleaned_data[name] for name in ("slug", "province", "legal_form")}
            RegisterEntry.objects.create(organization=organization, **facts)
        return organization


class EntryForm(WagtailAdminModelForm):
    """The register entry: every date is typed and shown in the reader's era."""

    verified_on = ThaiDateField(label=_("Verified on"), required=False)
    registered_on = ThaiDateField(label=_("Registered on"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        status = self.fields["status"]
        # Merging does more than write a status: it has a room of its own.
        status.choices = [(value, label) for value, label in status.choices if value != EntryStatus.MERGED]


class RepresentativeForm(WagtailAdminModelForm):
    # A field of our own forgets the default of the column.
    mandate_from = ThaiDateField(label=_("Mandate from"), initial=timezone.localdate)
    mandate_until = ThaiDateField(label=_("Mandate until"), required=False)


class InvitationForm(WagtailAdminModelForm):
    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("We write to the person. With neither, print the sheet.")
    )
    phone = PhoneField(label=_("Phone"), required=False, help_text=_("You get words to send by LINE."))
    mandate_until = ThaiDateField(label=_("Mandate until"), required=False)

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()
