from django.db import models
from django.utils.translation import gettext_lazy as _

from network.enums import EntryStatus, LegalForm
from network.models.organization import Organization
from network.models.places import Province


class RegisterEntry(models.Model):
    """What the register says of an organization: decided by the secretariat, untouched by profile approvals."""

    organization = models.OneToOneField(
        Organization, on_delete=models.CASCADE, related_name="entry", verbose_name=_("organization")
    )
    # Of the register, not of the profile: an approved new name never breaks a link that was printed.
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="entries", verbose_name=_("province"))
    district = models.CharField(_("district (Thai)"), max_length=80, blank=True)
    district_en = models.CharField(_("district (English)"), max_length=80, blank=True)
    legal_form = models.CharField(_("legal form"), max_length=30, choices=LegalForm)
    # Neither required nor unique: many groups have none, and offices number for themselves.
    registration_number = models.CharField(_("registration number"), max_length=60, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=EntryStatus, default=EntryStatus.PENDING)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    # One switch above all circles, for people who are threatened for their work.
    is_protected = models.BooleanField(
        _("protected"),
        default=False,
        help_text=_("Hides every contact field from everyone but the secretariat."),
    )
    # Written by network.search from the published row only: a draft's words must not be found.
    search_names = models.TextField(editable=False, default="", blank=True)
    search_text = models.TextField(editable=False, default="", blank=True)
    name_cores = models.TextField(editable=False, default="", blank=True)
    sort_key = models.BinaryField(editable=False, default=b"", db_index=True)
    sort_key_en = models.BinaryField(editable=False, default=b"", db_index=True)
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("register entry")
        verbose_name_plural = _("register entries")
        indexes = [models.Index(fields=["status", "province"], name="entry_status_province")]

    def __str__(self) -> str:
        return str(self.organization)
