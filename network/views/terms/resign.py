"""An organization leaves: a page that says what that means, and one button that does it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions.terms.deciding import resign as resign_membership
from network.exceptions import TermRefused
from network.forms.terms import ResignForm
from network.permissions import user_can_resign
from network.views.account import frame, own_mandate
from network.views.terms.renew import own_term
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def resign(request: SignedInRequest, pk: int, term: int) -> HttpResponse:
    """For the primary contact; the others read that it is not theirs to do."""
    mandate = own_mandate(request, pk)
    membership = own_term(mandate, term)
    if not user_can_resign(mandate.user, membership):
        raise PermissionDenied
    form = ResignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            resign_membership(membership, by=mandate.user, reason=form.cleaned_data["reason"])
        except TermRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Your resignation is written down, and we have sent you a letter."))
            return redirect("network_account:organization", pk=pk)
    context = {**frame(mandate), "membership": membership, "form": form}
    context["breadcrumbs"] = [*context["breadcrumbs"], {"title": _("Resign the membership"), "url": ""}]
    return render(request, "network/terms/resign.html", context, status=422 if form.errors else 200)
