from network.models.organization import Issue, Organization
from network.models.places import CoordinationCentre, Province
from network.models.register import RegisterEntry
from network.models.representative import Representative

__all__ = ["CoordinationCentre", "Issue", "Organization", "Province", "RegisterEntry", "Representative"]
