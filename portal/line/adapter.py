"""The talk with LINE. Endpoints: developers.line.biz, "LINE Login v2.1 API reference"."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from django.conf import settings
from django.http import HttpRequest


class LineAdapter(OAuth2Adapter):
    provider_id = "line"

    @property
    def authorize_url(self) -> str:
        return f"{settings.LINE_ACCESS_URL}/oauth2/v2.1/authorize"

    @property
    def access_token_url(self) -> str:
        return f"{settings.LINE_API_URL}/oauth2/v2.1/token"

    def parse_token(self, data: dict) -> SocialToken:
        """The OpenID token: LINE itself says below whose it is and that it was made for this channel."""
        if not isinstance(data.get("id_token"), str):
            raise OAuth2Error("LINE gave no id_token")
        return SocialToken(token=data["id_token"])

    def complete_login(self, request: HttpRequest, app, token: SocialToken, **kwargs) -> SocialLogin:
        with get_adapter().get_requests_session() as session:
            answer = session.post(
                f"{settings.LINE_API_URL}/oauth2/v2.1/verify", {"client_id": app.client_id, "id_token": token.token}
            )
            answer.raise_for_status()
            claims = answer.json()
        # Without a subject every such person would be the same one.
        if not isinstance(claims, dict) or not isinstance(claims.get("sub"), str) or not claims["sub"]:
            raise OAuth2Error("LINE did not say who it is")
        return self.get_provider().sociallogin_from_response(request, claims)
