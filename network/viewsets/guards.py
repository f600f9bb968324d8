"""What Wagtail's views leave open: choosers without permission."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views import View
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser

ANY = {"add", "change", "delete", "view"}


# Wagtail checks access to the CMS only: an editor could read every organization's name in a chooser's window.
class OnlyForThosePermitted(View):
    """A chooser's rows are for those who may open the list they come from; Wagtail asks only for the CMS."""

    model_class: type[Model]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not policy_registry.get_by_type(self.model_class).user_has_any_permission(request.user, ANY):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ChooseView(OnlyForThosePermitted, chooser.ChooseView):
    pass


class ChooseResultsView(OnlyForThosePermitted, chooser.ChooseResultsView):
    pass


class ChosenView(OnlyForThosePermitted, chooser.SnippetChosenView):
    pass


class ChosenMultipleView(OnlyForThosePermitted, chooser.SnippetChosenMultipleView):
    pass


class GuardedChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
