"""The kinds of mails the network sends; their first words stand in the files beside."""

from network.letters.applicants import APPLICANT_LETTERS
from network.letters.claims import CLAIM_LETTERS
from network.letters.deciders import DECIDER_LETTERS
from network.letters.merging import MERGE_LETTERS
from network.letters.payments import PAYMENT_LETTERS
from network.letters.people import PEOPLE_LETTERS
from network.letters.profiles import PROFILE_LETTERS
from network.letters.terms import TERM_LETTERS

KINDS = [
    *PROFILE_LETTERS,
    *APPLICANT_LETTERS,
    *DECIDER_LETTERS,
    *CLAIM_LETTERS,
    *MERGE_LETTERS,
    *PAYMENT_LETTERS,
    *PEOPLE_LETTERS,
    *TERM_LETTERS,
]
