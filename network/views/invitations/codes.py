"""The printed code of an invitation leads to the invitation."""

from django.http import HttpResponse
from django.shortcuts import redirect

from network.exceptions import CodeUnknown
from network.models import Invitation, MembershipApplication
from network.views.codes import code_page
from portal.requests import SignedInRequest


@code_page("network/invitations/code.html")
def enter(request: SignedInRequest, code: str) -> HttpResponse:
    """Signed in, so that guessing is counted by person as well as by address."""
    if invitation := Invitation.objects.valid().with_code(code).first():
        return redirect("network_invitation:answer", token=invitation.token)
    # People have one sheet and do not know of two kinds.
    if MembershipApplication.objects.with_code(code).exists():
        return redirect("network_cases:code_of", code=code)
    raise CodeUnknown
