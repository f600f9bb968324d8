from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        from wagtail.signals import workflow_approved, workflow_rejected

        from network import mail

        workflow_approved.connect(mail.tell_of_approval, dispatch_uid="network.mail.approved")
        workflow_rejected.connect(mail.tell_of_return, dispatch_uid="network.mail.returned")
