"""One person's role and last day, and the letter that gave it."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.actions import change_mandate, drop_letter, keep_letter
from network.exceptions import PeopleRefused
from network.forms.people import LetterForm, MandateForm
from network.models import Invitation, Representative
from network.permissions import (
    user_can_change_mandate,
    user_can_end,
    user_can_keep_letter,
    user_can_read_letter,
)
from network.permissions.words import what_it_may
from network.views.cases.privacy import unlisted
from network.views.people.door import allowed, colleague, files_of, for_its_people, frame, status_of
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@for_its_people
def mandate(request: SignedInRequest, mandate: Representative, *, colleague_pk: int) -> HttpResponse:
    """What somebody may do and until when; a primary contact changes it, the person reads it."""
    one = colleague(mandate, colleague_pk)
    may_change = user_can_change_mandate(request.user, one)
    allowed(may_change or user_can_keep_letter(request.user, one))
    typed = request.POST if request.method == "POST" else None
    form = MandateForm(typed, initial={"role": one.role, "mandate_until": one.mandate_until})
    if form.is_bound and form.is_valid():
        try:
            change_mandate(one, by=request.user, **form.cleaned_data)
        except PeopleRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. %(person)s is told.") % {"person": one.user})
            return redirect("network_account:people:list", pk=mandate.organization_id)
    return page(request, mandate, one, form)


def page(request: SignedInRequest, mandate: Representative, one: Representative, form: MandateForm) -> HttpResponse:
    context = frame(
        mandate,
        str(one.user),
        one=one,
        is_me=one.user_id == mandate.user_id,
        may=what_it_may(one.role),
        form=form,
        may_change=user_can_change_mandate(request.user, one),
        may_end=user_can_end(request.user, one),
        may_read=user_can_read_letter(request.user, one),
    )
    return render(request, "network/people/mandate.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_its_people
def change_letter(request: SignedInRequest, mandate: Representative, *, colleague_pk: int) -> HttpResponse:
    """Put the mandate letter in, or with the button `drop` take it out."""
    one = colleague(mandate, colleague_pk)
    allowed(user_can_keep_letter(request.user, one))
    back = redirect("network_account:people:mandate", pk=mandate.organization_id, colleague_pk=one.pk)
    if "drop" in request.POST:
        drop_letter(one, by=request.user)
        messages.success(request, _("The letter is taken out."))
        return back
    form = LetterForm(*files_of(request))
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["letter"]
        keep_letter(one, by=request.user, file=file, name=file.typed_name)
        messages.success(request, _("The letter is kept."))
        return back
    context = frame(mandate, _("Mandate letter"), one=one, form=form)
    return render(request, "network/people/letter.html", context, status=status_of(form))


@require_safe
@unlisted
@for_its_people
def letter(request: SignedInRequest, mandate: Representative, *, colleague_pk: int) -> FileResponse:
    """The file, for the person and the primary contacts."""
    one = colleague(mandate, colleague_pk)
    allowed(user_can_read_letter(request.user, one))
    return sent_letter(one)


def sent_letter(row: Representative | Invitation) -> FileResponse:
    """To be saved: what strangers uploaded is never opened inside the portal's own pages."""
    # A backup without its files must answer 404, not 500.
    if not row.letter or not row.letter.storage.exists(str(row.letter.name)):
        raise Http404
    return FileResponse(row.letter.open("rb"), as_attachment=True, filename=row.letter_name)
