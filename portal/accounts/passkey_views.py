"""Adding and taking off passkeys, where our rules differ from allauth's."""

from allauth.mfa.webauthn import views
from django.http import HttpResponse
from django.urls import reverse

from portal.accounts import factors
from portal.accounts.ways import is_last_way


class AddPasskeyView(views.AddWebAuthnView):
    def get_success_url(self) -> str:
        """Recovery codes are shown to those who are ever asked for a second step; others would only wonder."""
        if self.did_generate_recovery_codes and factors.needed(self.request.user):
            return reverse("mfa_view_recovery_codes")
        return reverse("account_ways")


class RemovePasskeyView(views.RemoveWebAuthnView):
    def form_valid(self, form) -> HttpResponse:
        if is_last_way(self.object, self.request.user):
            # Not a redirect: the page says why, and the passkey stays where the person sees it.
            return self.render_to_response(self.get_context_data(last_way=True), status=422)
        return super().form_valid(form)


add_passkey = AddPasskeyView.as_view()
remove_passkey = RemovePasskeyView.as_view()
