"""Who may do and read what in the network: one question, one function."""

from network.permissions.cases import (
    RULES,
    Rule,
    possible_actions,
    roles_of,
    rule_for,
    user_acts_for,
    user_can_decide_claim,
    user_keeps_paper,
)
from network.permissions.contacts import (
    CONTACT_FIELDS,
    contact_circles,
    contacts_for,
    desk_circles,
    user_can_see_contact,
    visible_contacts,
)
from network.permissions.merging import user_can_merge, user_is_recused, user_merges
from network.permissions.payments import (
    user_can_confirm,
    user_can_see_slip,
    user_can_verify,
    user_can_void,
    user_is_treasurer,
    user_pays,
    user_sees_payments,
)
from network.permissions.people import (
    user_can_file,
    user_coordinates,
    user_has_desk,
    user_is_registrar,
    user_is_secretariat,
    user_represents,
    user_represents_listed,
)
from network.permissions.profiles import (
    representative_can_edit_profile,
    user_can_edit_profile,
    user_can_see_draft_logo,
)
from network.permissions.rows import (
    FixedRows,
    KeptRows,
    ReadOnlyRows,
)

__all__ = [
    "CONTACT_FIELDS",
    "RULES",
    "FixedRows",
    "KeptRows",
    "ReadOnlyRows",
    "Rule",
    "contact_circles",
    "contacts_for",
    "desk_circles",
    "possible_actions",
    "representative_can_edit_profile",
    "roles_of",
    "rule_for",
    "user_acts_for",
    "user_can_confirm",
    "user_can_decide_claim",
    "user_can_edit_profile",
    "user_can_file",
    "user_can_merge",
    "user_can_see_contact",
    "user_can_see_draft_logo",
    "user_can_see_slip",
    "user_can_verify",
    "user_can_void",
    "user_coordinates",
    "user_has_desk",
    "user_is_recused",
    "user_is_registrar",
    "user_is_secretariat",
    "user_is_treasurer",
    "user_keeps_paper",
    "user_merges",
    "user_pays",
    "user_represents",
    "user_represents_listed",
    "user_sees_payments",
    "visible_contacts",
]
