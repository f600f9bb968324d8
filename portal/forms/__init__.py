"""Form fields that read what people in Thailand type."""

from portal.forms.contacts import ContactField, MobileField
from portal.forms.dates import ThaiDateField, ThaiDateInput, ThaiDateTimeField, ThaiDateTimeInput
from portal.forms.numbers import ThaiDecimalField, ThaiDigits, ThaiIntegerField
from portal.forms.phones import PhoneField
from portal.forms.texts import TidyField, TidyTextField

__all__ = [
    "ContactField",
    "MobileField",
    "PhoneField",
    "ThaiDateField",
    "ThaiDateInput",
    "ThaiDateTimeField",
    "ThaiDateTimeInput",
    "ThaiDecimalField",
    "ThaiDigits",
    "ThaiIntegerField",
    "TidyField",
    "TidyTextField",
]
