"""What allauth's registry of providers finds: LINE, asked for an OpenID token."""

from allauth.socialaccount.providers.line.provider import LineProvider as BaseProvider

from portal.line.adapter import LineAdapter


class LineProvider(BaseProvider):
    name = "LINE"
    oauth2_adapter_class = LineAdapter

    def extract_uid(self, data: dict) -> str:
        return data["sub"]

    def extract_extra_data(self, data: dict) -> dict:
        """Only the name: picture and the rest are nobody's business here."""
        return {"name": data.get("name", "")}


provider_classes = [LineProvider]
