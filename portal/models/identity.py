from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


# Generic, not per site: there is one portal, and Wagtail's site picker would only puzzle.
@register_setting(icon="home")
class Identity(BaseGenericSetting):
    """Whose portal this is: one row, Thai and English side by side, edited in the CMS."""

    # A first page needs a name before anybody has written one; whose portal it is stays data.
    name = models.CharField(_("name (Thai)"), max_length=200, default="เครือข่ายองค์กร")
    name_en = models.CharField(_("name (English)"), max_length=200, default="Network of Organizations")
    short_name = models.CharField(_("short name (Thai)"), max_length=80, blank=True)
    short_name_en = models.CharField(_("short name (English)"), max_length=80, blank=True)
    tagline = models.CharField(_("tagline (Thai)"), max_length=250, blank=True)
    tagline_en = models.CharField(_("tagline (English)"), max_length=250, blank=True)
    emblem = models.ForeignKey(
        "wagtailimages.Image",
        # A picture cleared out of the library takes the emblem away, never the council.
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("emblem"),
    )
    sharing_image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for shared links"),
        help_text=_("1200 × 630 pixels; LINE and Facebook show it."),
    )
    address = models.TextField(_("address (Thai)"), blank=True)
    address_en = models.TextField(_("address (English)"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    facebook = models.URLField(_("Facebook page"), blank=True)
    line_id = models.CharField(_("LINE account"), max_length=60, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
                FieldRowPanel([FieldPanel("short_name"), FieldPanel("short_name_en")]),
                FieldRowPanel([FieldPanel("tagline"), FieldPanel("tagline_en")]),
                FieldPanel("emblem"),
                FieldPanel("sharing_image"),
            ],
            heading=_("Name and emblem"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("address"), FieldPanel("address_en")]),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("facebook"), FieldPanel("line_id")]),
            ],
            heading=_("Contacts"),
        ),
    ]

    class Meta:
        verbose_name = _("identity")

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        return self._localized("name")

    @property
    def display_short_name(self) -> str:
        return self._localized("short_name") or self.display_name

    @property
    def display_tagline(self) -> str:
        return self._localized("tagline")

    @property
    def display_address(self) -> str:
        return self._localized("address")

    def _localized(self, field: str) -> str:
        """The English text on English pages when there is one, else the Thai."""
        # Read at every call: the same object serves a mail in each language.
        english = getattr(self, f"{field}_en") if get_language() == "en" else ""
        return english or getattr(self, field)
