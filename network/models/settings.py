"""What the council itself decides about membership: where the money goes, and how many days things may take."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from portal.thai.identifiers import bare_digits, grouped_account, is_mobile, is_national_or_tax_id

YEAR = 365


def days(label, default: int, help_text, least: int = 1) -> models.PositiveSmallIntegerField:
    limits = [
        MinValueValidator(least, _("Write a number of days from %(limit_value)s.")),
        MaxValueValidator(YEAR, _("Write at most %(limit_value)s days.")),
    ]
    return models.PositiveSmallIntegerField(label, default=default, help_text=help_text, validators=limits)


def number_panel(name: str) -> FieldPanel:
    # Number inputs of browsers refuse Thai digits; the field itself reads them.
    return FieldPanel(name, widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))


@register_setting(icon="group")
class MembershipSettings(BaseGenericSetting):
    """One row: the account that fees are paid to, and the days that the rules of membership count."""

    bank = models.CharField(_("bank (Thai)"), max_length=120, blank=True)
    bank_en = models.CharField(_("bank (English)"), max_length=120, blank=True)
    account_name = models.CharField(
        _("account name"), max_length=200, blank=True, help_text=_("Exactly as it stands in the passbook.")
    )
    account_number = models.CharField(
        _("account number"), max_length=30, blank=True, help_text=_("Digits; dashes and spaces do no harm.")
    )
    promptpay_id = models.CharField(
        _("PromptPay number"),
        max_length=30,
        blank=True,
        help_text=_(
            "The tax number (13 digits) or the mobile number (10 digits) that the account is tied to. "
            "Left empty, no QR code is shown."
        ),
    )
    biller_id = models.CharField(
        _("biller number"),
        max_length=30,
        blank=True,
        help_text=_(
            "15 digits, from the bank's bill payment service. With it the QR code carries each payment's own code."
        ),
    )
    tax_id = models.CharField(
        _("tax number of the council"),
        max_length=30,
        blank=True,
        help_text=_("13 digits; receipts are printed with it."),
    )
    payment_days = days(_("days to pay"), 30, _("Counted from the day on which the fee becomes due."))
    silent_days = days(
        _("days a centre has to answer"),
        15,
        _("After them an application is handed up to the secretariat. Nothing is ever approved by itself."),
    )
    reminder_days = days(
        _("days until a centre is reminded"), 10, _("Counted from the day of the application; before it is handed up.")
    )
    objection_days = days(_("days for objections"), 0, _("0 means that there is no objection period."), least=0)
    keep_declined_days = days(
        _("days that declined and withdrawn applications are kept"), 365, _("After them they are deleted.")
    )
    keep_draft_days = days(
        _("days that an untouched draft is kept"),
        180,
        _("An application that nobody goes on writing is deleted after them; its writer is warned before."),
    )
    draft_warning_days = days(
        _("days between the warning and the deletion of a draft"), 14, _("Whoever writes again keeps the draft.")
    )
    claim_code_days = days(
        _("days that a printed claim code is valid"),
        180,
        _("With it an organization takes over what the centre has filled in for it."),
    )
    invitation_days = days(
        _("days that an invitation is valid"),
        30,
        _("Within them the invited person accepts to act for an organization. Who invites can send it again."),
    )

    merge_undo_days = days(
        _("days in which a merge can be undone"),
        30,
        _("For so long it is kept what belonged to which of two merged organizations."),
    )

    keep_import_days = days(
        _("days that imported lists are kept"),
        90,
        _("After them the files and their rows are deleted; what was imported stays."),
    )

    due_soon_days = days(
        _("days before the end of a term"),
        60,
        _("From then on the membership is shown as ending soon, and the organization is reminded of it."),
    )
    grace_days = days(
        _("days after the end of a term"),
        90,
        _("Within them it is renewed as if in time, and the organization keeps its rights. Then it has lapsed."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("bank"), FieldPanel("bank_en")]),
                FieldPanel("account_name"),
                FieldRowPanel([number_panel("account_number"), number_panel("promptpay_id")]),
                FieldRowPanel([number_panel("biller_id"), number_panel("tax_id")]),
            ],
            heading=_("Bank account"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([number_panel("reminder_days"), number_panel("silent_days")]),
                FieldRowPanel([number_panel("objection_days"), number_panel("payment_days")]),
                FieldRowPanel([number_panel("claim_code_days"), number_panel("invitation_days")]),
                FieldRowPanel([number_panel("merge_undo_days"), number_panel("keep_import_days")]),
                FieldRowPanel([number_panel("keep_draft_days"), number_panel("draft_warning_days")]),
                number_panel("keep_declined_days"),
                FieldRowPanel([number_panel("due_soon_days"), number_panel("grace_days")]),
            ],
            heading=_("Days that the rules count"),
        ),
    ]

    class Meta:
        verbose_name = _("membership rules and bank account")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def clean(self) -> None:
        """Reads the numbers as people type them; each wrong one is named beside its field."""
        super().clean()
        self.account_number = bare_digits(self.account_number)
        self.promptpay_id = bare_digits(self.promptpay_id)
        self.biller_id = bare_digits(self.biller_id)
        self.tax_id = bare_digits(self.tax_id)
        if wrong := self._wrong_numbers():
            raise ValidationError(wrong)

    def _wrong_numbers(self) -> dict[str, str]:
        wrong = {}
        if self.account_number and not re.fullmatch(r"[0-9]{10,15}", self.account_number):
            wrong["account_number"] = gettext("An account number has 10 to 15 digits. Check it against the passbook.")
        if self.promptpay_id and not (is_national_or_tax_id(self.promptpay_id) or is_mobile(self.promptpay_id)):
            wrong["promptpay_id"] = gettext("Write a tax number of 13 digits or a mobile number of 10 digits.")
        if self.biller_id and not re.fullmatch(r"[0-9]{15}", self.biller_id):
            wrong["biller_id"] = gettext("A biller number has 15 digits. The bank's contract says it.")
        if self.tax_id and not is_national_or_tax_id(self.tax_id):
            wrong["tax_id"] = gettext("A tax number has 13 digits. Check them against the tax card.")
        if self.reminder_days and self.silent_days and self.reminder_days >= self.silent_days:
            wrong["reminder_days"] = gettext("The reminder must come before the application is handed up.")
        if self.keep_draft_days and self.draft_warning_days and self.draft_warning_days >= self.keep_draft_days:
            wrong["draft_warning_days"] = gettext("The warning must come before the draft is deleted.")
        return wrong

    @property
    def display_bank(self) -> str:
        """The bank's English name on English pages when there is one, else the Thai."""
        return (self.bank_en if get_language() == "en" else "") or self.bank

    @property
    def display_account_number(self) -> str:
        return grouped_account(self.account_number)
