"""The network's menu in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from network.viewsets.areas import DistrictViewSet, SubdistrictViewSet
from network.viewsets.cases import ApplicationViewSet
from network.viewsets.deciding import DecideMany
from network.viewsets.entry import RegisterEntryViewSet
from network.viewsets.importing import ImportsViewSet
from network.viewsets.invitation import InvitationViewSet
from network.viewsets.membership import (
    ClaimViewSet,
    CoordinatorViewSet,
    PrivacyNoticeViewSet,
)
from network.viewsets.merging import DuplicatesViewSet
from network.viewsets.money import MoneyViewSetGroup
from network.viewsets.organization import OrganizationViewSet
from network.viewsets.places import CoordinationCentreViewSet, IssueViewSet, ProvinceViewSet
from network.viewsets.representative import RepresentativeViewSet, people_chooser
from network.viewsets.terms import MembershipViewSet


class NetworkViewSetGroup(SnippetViewSetGroup):
    menu_label = _("Network")
    menu_icon = "group"
    menu_order = 210
    items = (
        ApplicationViewSet,
        ClaimViewSet,
        OrganizationViewSet,
        RegisterEntryViewSet,
        DuplicatesViewSet,
        ImportsViewSet,
        MembershipViewSet,
        RepresentativeViewSet,
        InvitationViewSet,
        CoordinationCentreViewSet,
        CoordinatorViewSet,
        PrivacyNoticeViewSet,
        IssueViewSet,
        ProvinceViewSet,
        DistrictViewSet,
        SubdistrictViewSet,
    )


__all__ = ["DecideMany", "MoneyViewSetGroup", "NetworkViewSetGroup", "people_chooser"]
