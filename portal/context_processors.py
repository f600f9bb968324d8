"""What every page's shell needs: whose portal it is, and the same page in the other language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from portal import sms
from portal.line import channel
from portal.models import Identity

# Every page repeats its own query there; nobody has typed one longer than this.
LONGEST_QUERY_STRING = 2000


def shell(request: HttpRequest) -> dict:
    """`identity`, `languages` ([{code, name, url, current}]), `demo` (bool), `base_url` (no trailing slash).

    `line_open`, `phone_open`: people can sign in with LINE, with a code to their phone.
    `cms_open`: the CMS asks for no second factor, which only the demo may allow.
    """
    return {
        # Lazy: error pages and files pass here too, and most need none of it.
        "identity": SimpleLazyObject(lambda: Identity.load(request_or_site=request)),
        "languages": SimpleLazyObject(lambda: languages(request)),
        "demo": settings.DEMO,
        "line_open": channel.is_open(),
        "phone_open": sms.is_open(),
        "cms_open": not settings.CMS_SECOND_FACTOR,
        "base_url": settings.BASE_URL.rstrip("/"),
    }


def languages(request: HttpRequest) -> list[dict]:
    """The page's address in each language.

    A view or page may set `request.language_urls` ({code: url, or None to leave the language out}) and
    `request.untranslated`, the languages whose address is another page: `translated` is then false.
    """
    here = (
        request.get_full_path() if len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY_STRING else request.path
    )
    known = getattr(request, "language_urls", {})
    untranslated = getattr(request, "untranslated", ())
    return [
        {
            "code": code,
            "name": name,
            "url": known.get(code) or translate_url(here, code),
            "current": code == get_language(),
            "default": code == settings.LANGUAGE_CODE,
            "translated": code not in untranslated,
        }
        for code, name in settings.LANGUAGES
        if known.get(code, "") is not None
    ]
