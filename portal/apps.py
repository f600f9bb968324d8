from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration for a user with one name and no username."""

    default = False
