"""What was typed and not yet saved: kept beside the sign-in, and while one goes back a question."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

KEY = "kept_answers"
# Anybody may post here without signing in, so little is kept.
PLACES, FIELDS, LENGTH = 5, 20, 4000
# What a form posts beside its answers.
NO_ANSWER = {"csrfmiddlewaretoken", "go", "choose"}


def keep(request: HttpRequest, place: str) -> None:
    """Remember what was posted to `place`, within bounds, in the session."""
    posted = [(name, values) for name, values in request.POST.lists() if name not in NO_ANSWER]
    typed = {name: [value[:LENGTH] for value in values[:FIELDS]] for name, values in posted[:FIELDS]}
    kept = {**request.session.get(KEY, {}), place: typed}
    request.session[KEY] = dict(list(kept.items())[-PLACES:])


def take_out(request: HttpRequest, place: str) -> QueryDict | None:
    """What was kept for `place`, once."""
    kept = dict(request.session.get(KEY, {}))
    typed = kept.pop(place, None)
    if typed is None:
        return None
    request.session[KEY] = kept
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return data


def sign_in_first(request: HttpRequest, place: str) -> HttpResponse:
    """To the sign-in and back here; somebody who was signed out while typing finds it again."""
    if request.method == "POST":
        keep(request, place)
    return redirect_to_login(request.get_full_path())
