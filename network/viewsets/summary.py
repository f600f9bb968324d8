"""What waits for the registrar and the treasurer, on the CMS's front page."""

from django.urls import reverse
from wagtail.admin.site_summary import SummaryItem

from network.models import Claim, MembershipApplication, Payment
from network.permissions import user_is_registrar, user_is_treasurer


class WaitingCases(SummaryItem):
    order = 50
    template_name = "network/cms/waiting.html"

    def is_shown(self) -> bool:
        return user_is_registrar(self.request.user)

    def get_context_data(self, parent_context) -> dict:
        return {
            "applications": MembershipApplication.objects.for_the_registrar().count(),
            "claims": Claim.objects.open().filter(handed_up_at__isnull=False).count(),
            "applications_url": reverse("wagtailsnippets_network_membershipapplication:list"),
            "claims_url": reverse("wagtailsnippets_network_claim:list"),
        }


class WaitingPayments(SummaryItem):
    order = 60
    template_name = "network/cms/waiting_payments.html"

    def is_shown(self) -> bool:
        return user_is_treasurer(self.request.user)

    def get_context_data(self, parent_context) -> dict:
        return {
            "payments": Payment.objects.waiting().count(),
            "payments_url": reverse("wagtailsnippets_network_payment:list"),
        }
