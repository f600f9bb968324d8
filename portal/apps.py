from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PortalConfig(AppConfig):
    # Said because this module holds another configuration too.
    default = True
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from django.urls import register_converter

        from portal import checks, receivers  # noqa: F401 -- registers them
        from portal.converters import RowConverter
        from portal.formats import write_buddhist_years

        write_buddhist_years()
        register_converter(RowConverter, "row")


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration for a user with one name and no username."""

    default = False
    user_viewset = "portal.viewsets.UserViewSet"
