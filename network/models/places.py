from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.enums import Region

# Bangkok is no จังหวัด, has แขวง and เขต, and is called by its name alone.
BANGKOK = "TH-10"


class ProvinceQuerySet(models.QuerySet["Province"]):
    def in_reading_order(self) -> list["Province"]:
        """In the alphabetical order of the reader's language."""
        return sorted(self, key=str) if get_language() == "en" else list(self.order_by("sort_key"))


class Province(models.Model):
    """One of the 77 provinces; reference data, never deleted."""

    # The code is the key: data from outside names provinces by it, and it never changes.
    code = models.CharField(_("ISO 3166-2 code"), max_length=6, primary_key=True)
    name = models.CharField(_("name (Thai)"), max_length=60)
    name_en = models.CharField(_("name (English)"), max_length=60)
    region = models.CharField(_("region"), max_length=20, choices=Region)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    aliases = models.TextField(_("other names"), blank=True)
    # Bytes that sort alike on both databases; a collation of the database would not.
    sort_key = models.BinaryField(editable=False, default=b"", db_index=True)

    objects = ProvinceQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name

    def get_absolute_url(self) -> str:
        """Where to find the centre that serves the province."""
        return reverse("network:centre", args=[self.slug])

    @property
    def full_name(self) -> str:
        """ "จังหวัดเพชรบุรี", but "กรุงเทพมหานคร"; in English the name alone."""
        return str(self) if get_language() == "en" or self.code == BANGKOK else f"จังหวัด{self.name}"


class AreaQuerySet(models.QuerySet):
    def in_use(self) -> "AreaQuerySet":
        """Those that an address of today may name."""
        return self.filter(is_abolished=False)

    def in_reading_order(self) -> "AreaQuerySet":
        """In the alphabetical order of the reader's language."""
        return self.order_by("name_en" if get_language() == "en" else "sort_key", "pk")


class DistrictQuerySet(AreaQuerySet):
    def in_province(self, code: str) -> "DistrictQuerySet":
        return self.filter(province_id=code)


class SubdistrictQuerySet(AreaQuerySet):
    def in_district(self, code: str) -> "SubdistrictQuerySet":
        return self.filter(district_id=code)

    def with_postal_code(self, code: str) -> "SubdistrictQuerySet":
        """Those that a letter with this postal code may go to."""
        return self.filter(models.Q(postal_code=code) | models.Q(other_postal_codes__contains=code))


class District(models.Model):
    """A district (อำเภอ, in Bangkok เขต) under its official code; reference data, never deleted.

    Names are bare, without อำเภอ or เขต.
    """

    code = models.CharField(_("official code"), max_length=4, primary_key=True)
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, related_name="districts", verbose_name=_("province")
    )
    name = models.CharField(_("name (Thai)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=80)
    sort_key = models.BinaryField(editable=False, default=b"", db_index=True)
    # Old addresses keep naming a district that a reform has taken away.
    is_abolished = models.BooleanField(_("abolished"), default=False)

    objects = DistrictQuerySet.as_manager()

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name


class Subdistrict(models.Model):
    """A subdistrict (ตำบล, in Bangkok แขวง) with its postal code; reference data, never deleted."""

    code = models.CharField(_("official code"), max_length=6, primary_key=True)
    district = models.ForeignKey(
        District, on_delete=models.PROTECT, related_name="subdistricts", verbose_name=_("district")
    )
    name = models.CharField(_("name (Thai)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=80)
    postal_code = models.CharField(_("postal code"), max_length=5, blank=True)
    # Two subdistricts in a hundred lie between post offices.
    other_postal_codes = models.CharField(_("further postal codes"), max_length=30, blank=True)
    sort_key = models.BinaryField(editable=False, default=b"", db_index=True)
    is_abolished = models.BooleanField(_("abolished"), default=False)

    objects = SubdistrictQuerySet.as_manager()

    class Meta:
        verbose_name = _("subdistrict")
        verbose_name_plural = _("subdistricts")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name

    @property
    def postal_codes(self) -> list[str]:
        """Every postal code in use there, the usual one first."""
        return [self.postal_code, *self.other_postal_codes.split()]


class CoordinationCentre(models.Model):
    """Where an organization of a province applies; its official names vary."""

    name = models.CharField(_("name (Thai)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    host = models.CharField(_("host organization (Thai)"), max_length=200, blank=True)
    host_en = models.CharField(_("host organization (English)"), max_length=200, blank=True)
    provinces = models.ManyToManyField(Province, related_name="centres", verbose_name=_("provinces"))
    address = models.TextField(_("address (Thai)"), blank=True)
    address_en = models.TextField(_("address (English)"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    line_id = models.CharField(_("LINE account"), max_length=60, blank=True)
    about = models.TextField(_("about (Thai)"), blank=True)
    about_en = models.TextField(_("about (English)"), blank=True)
    source = models.CharField(_("source (Thai)"), max_length=250, blank=True)
    source_en = models.CharField(_("source (English)"), max_length=250, blank=True)
    # The demo's centres say so on their page; only the one of Phetchaburi is known to exist.
    is_sample = models.BooleanField(_("sample"), default=False)

    class Meta:
        verbose_name = _("coordination centre")
        verbose_name_plural = _("coordination centres")

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" and self.name_en else self.name
