"""An organization takes over the application that was entered for it from paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from network.actions import take_over
from network.exceptions import CaseRefused
from network.models import Invitation
from network.views.codes import code_page
from portal.requests import SignedInRequest


@code_page("network/cases/code.html")
def enter(request: SignedInRequest, code: str) -> HttpResponse:
    """Only POST takes over."""
    try:
        application = take_over(code, by=request.user)
    except CaseRefused:
        # People have one sheet and do not know of two kinds.
        if invitation := Invitation.objects.valid().with_code(code).first():
            return redirect("network_invitation:answer", token=invitation.token)
        raise
    messages.success(request, _("The application is yours now. Here you see where it stands."))
    return redirect("network_cases:track", token=application.token)
