from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy
        from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

        from network import checks, cms_mail  # noqa: F401 -- the checks register themselves
        from network.mail import profiles
        from network.models import (
            Claim,
            District,
            Fee,
            Invitation,
            Membership,
            MembershipApplication,
            Payment,
            PrivacyNotice,
            Province,
            Receipt,
            Subdistrict,
            Tier,
        )
        from network.permissions import FixedRows, KeptRows, LastingRows, ReadOnlyRows
        from network.search import receivers

        cms_mail.connect()
        task_submitted.connect(profiles.tell_registrars, dispatch_uid="network.mail.waiting")
        workflow_approved.connect(profiles.tell_of_approval, dispatch_uid="network.mail.approved")
        workflow_rejected.connect(profiles.tell_of_return, dispatch_uid="network.mail.returned")
        receivers.connect()
        register_permission_policy(PrivacyNotice, KeptRows(PrivacyNotice))
        register_permission_policy(Invitation, KeptRows(Invitation))
        register_permission_policy(Province, FixedRows(Province))
        register_permission_policy(Tier, FixedRows(Tier))
        register_permission_policy(Fee, LastingRows(Fee))
        for model in (District, Subdistrict, MembershipApplication, Claim, Membership, Payment, Receipt):
            register_permission_policy(model, ReadOnlyRows(model))
