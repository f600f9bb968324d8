from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.thai.provinces import all_provinces
from portal.thai.sorting import sort_key

# Groups are rows that people may rename in the CMS; these are the names they are made with.
EDITORS = "บรรณาธิการ"
AUTHORS = "ผู้เขียน"


class NewsCategory(models.TextChoices):
    NEWS = "news", _("News")
    ANNOUNCEMENT = "announcement", _("Announcement")
    PROVINCE = "province", _("From the provinces")
    GUIDE = "guide", _("Guide")


def province_choices() -> list[tuple[str, str]]:
    """(ISO 3166-2 code, name in the active language) of every province, in that language's order."""
    if get_language() == "en":
        return sorted(((p.code, p.name_en) for p in all_provinces()), key=lambda choice: choice[1])
    return sorted(((p.code, p.name) for p in all_provinces()), key=lambda choice: sort_key(choice[1]))
