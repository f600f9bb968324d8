"""Who comes into this room."""

from collections.abc import Callable
from functools import wraps

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages

from network.models import Merge
from network.permissions import user_merges


def for_those_who_merge(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Wagtail asks only for access to the CMS before a view that a viewset adds."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not user_merges(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


class LeadsToItsMerge(View):
    """Before an edit view: of a merged organization nothing is edited, and its merge says where it went."""

    # The path from a merge to the row that is edited.
    loser = "loser"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        merges = Merge.objects.in_force().filter(**{self.loser: unquote(str(kwargs["pk"]))})
        if user_merges(request.user) and (merge := merges.first()):
            messages.info(request, _("This organization is merged into another one, so it is not edited any more."))
            return redirect("network_duplicates:merge", merge.pk)
        return super().dispatch(request, *args, **kwargs)
