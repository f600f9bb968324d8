"""The CMS's own account page without its name form: names are kept at /account/details/."""

from django.utils.decorators import method_decorator
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView as WagtailAccountView
from wagtail.admin.views.account import NameEmailSettingsPanel


@method_decorator(require_admin_access, name="dispatch")
class AccountView(WagtailAccountView):
    def get_panels(self) -> list:
        return [panel for panel in super().get_panels() if not isinstance(panel, NameEmailSettingsPanel)]
