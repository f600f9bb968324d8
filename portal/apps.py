from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PortalConfig(AppConfig):
    # Said because this module holds another configuration too.
    default = True
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from django.db.models import DateField
        from wagtail.admin.forms.models import register_form_field_override

        from portal import checks, receivers  # noqa: F401 -- registers them
        from portal.forms import ThaiDateField

        # Every form of the CMS: Django's own would keep 6/1/2565 as the year 2565 of the common era.
        register_form_field_override(DateField, override={"form_class": ThaiDateField}, exact_class=True)


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration for a user with one name and no username."""

    default = False
    user_viewset = "portal.viewsets.UserViewSet"
