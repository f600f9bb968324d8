from django.db import models
from django.utils.translation import gettext_lazy as _


class NewsCategory(models.TextChoices):
    NEWS = "news", _("News")
    ANNOUNCEMENT = "announcement", _("Announcement")
    PROVINCE = "province", _("From the provinces")
    GUIDE = "guide", _("Guide")
