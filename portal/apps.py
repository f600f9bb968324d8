from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PortalConfig(AppConfig):
    # Said because this module holds another configuration too.
    default = True
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from portal import checks, converters, receivers  # noqa: F401 -- registers them
        from portal.formats import write_buddhist_years

        write_buddhist_years()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration for a user with one name and no username."""

    default = False
    user_viewset = "portal.viewsets.UserViewSet"
