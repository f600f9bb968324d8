"""Edit and decision views with a workflow: nobody decides on a version of a page or snippet that they have not read."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.workflow import WorkflowAction
from wagtail.admin.views.pages.workflow import WorkflowActionView as PageWorkflowActionView
from wagtail.snippets.views.snippets import EditView, WorkflowActionView

from portal.exceptions import ReviewRefused, StaleReview
from portal.review import adopt_for_review, approved_as_read, locked


class DecidesAsRead(WorkflowAction):
    """Approve or return only the version that was read, and only through its own row."""

    def get_task_state(self):
        task_state = super().get_task_state()
        # Wagtail takes any task's number with any page's: with it one could approve what one may not edit.
        if not self.object.workflow_states.filter(pk=task_state.workflow_state_id).exists():
            raise Http404
        return task_state

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            with approved_as_read(self.object, self.task_state):
                return super().post(request, *args, **kwargs)
        except ReviewRefused as refusal:
            messages.error(request, str(refusal))
        # Wagtail's dialog reads JSON and would show a redirect's page inside itself.
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)


class DecideAsRead(DecidesAsRead, WorkflowActionView):
    pass


# Wagtail puts this around its own addresses; ours stands before them in portal/urls.py.
@method_decorator(require_admin_access, name="dispatch")
class DecidePageAsRead(DecidesAsRead, PageWorkflowActionView):
    """The dashboard's and the preview's buttons; approving from the open form publishes that form already."""


class EditAsRead(EditView):
    """Saves, approves or publishes only on top of the version the form was opened with, under the row's lock.

    While a version waits it is approved or returned, never published past the workflow.
    """

    def get_available_actions(self) -> list[str]:
        actions = super().get_available_actions()
        return [a for a in actions if a != "publish"] if self.object.workflow_in_progress else actions

    def form_valid(self, form) -> HttpResponse:
        try:
            with transaction.atomic():
                self._check_still_the_same()
                return super().form_valid(form)
        except ReviewRefused as refusal:
            if self.expects_json_response:
                return self.json_error_response("invalid_revision", str(refusal))
            messages.error(self.request, capfirst(str(refusal)))
            return redirect(self.get_edit_url())

    def _check_still_the_same(self) -> None:
        latest = locked(self.object).latest_revision
        # Autosave overwrites the revision that it has made itself a moment ago.
        opened = self.request.POST.get("overwrite_revision_id") or self.request.POST.get("loaded_revision_id", "")
        if opened != (str(latest.pk) if latest else ""):
            raise StaleReview
        moment = self.request.POST.get("loaded_revision_created_at", "")
        overwriting = self.request.POST.get("overwrite_revision_id")
        if latest and not overwriting and moment and moment != latest.created_at.isoformat():
            raise StaleReview

    def workflow_action_action(self):
        adopt_for_review(type(self.object).objects.get(pk=self.object.pk))
        return super().workflow_action_action()
