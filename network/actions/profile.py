"""What representatives do with their organization's profile."""

from django.db import transaction
from django.forms import BaseModelForm
from wagtail.actions.edit import EditAction
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from network.enums import ProfileStage
from network.exceptions import (
    EditNotAllowed,
    NothingChanged,
    NotWaiting,
    NoWorkflow,
    ProfileLocked,
    SomebodyWasFaster,
    StillWaiting,
)
from network.models import Organization
from network.models.profile import changes, profile_state
from network.permissions import user_can_edit_profile
from portal.models import User
from portal.review import locked


def send_profile(organization: Organization, *, by: User, form: BaseModelForm) -> Organization:
    """Send a new version to the registrar; the public page keeps the approved one.

    `form` is valid, on the draft the person worked on, and says in `seen` which revision that was. A version
    that still waits is replaced: its workflow is cancelled and a new one begins, in one transaction. After
    "needs changes" the workflow goes on. Raises ProfileRefused; sending the same twice raises NothingChanged.
    """
    with transaction.atomic():
        present = locked(organization)
        _check_may_edit(present, by)
        workflow = present.get_workflow()
        if workflow is None:
            raise NoWorkflow
        # Behind the lock and from the database: the object that the form was built on may be a version behind.
        draft = present.get_latest_revision_as_object()
        changed = _differs(draft, form)
        # Two representatives at the same profile: the second is told of the first one's version, and loses no text.
        if changed and form.cleaned_data["seen"] != present.latest_revision_id:
            raise SomebodyWasFaster
        state = present.current_workflow_state
        if not changed and profile_state(present).stage not in (ProfileStage.UNSENT, ProfileStage.RETURNED):
            raise NothingChanged
        if changed:
            # Wagtail's own path for an edit: a plain form.save() would write the public row and pass the registrar by.
            EditAction(form.instance, user=by, form=form, clean=True).execute(skip_permission_checks=True)
        # Wagtail asks the row for its latest revision, so the row is read again.
        _start(Organization.objects.get(pk=present.pk), workflow, state, by)
    return present


def withdraw_profile(organization: Organization, *, by: User) -> None:
    """Take a waiting version back; its text stays as a draft that may be changed and sent again."""
    with transaction.atomic():
        present = locked(organization)
        _check_may_edit(present, by)
        state = present.current_workflow_state
        if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
            raise NotWaiting
        state.cancel(user=by)
        log(instance=present, action="network.profile.withdraw", user=by, revision=present.latest_revision)


def drop_changes(organization: Organization, *, by: User) -> None:
    """Go back to the public version; what was typed stays in the history.

    A returned version's workflow ends with it. Raises ProfileRefused, StillWaiting while the registrar has it;
    without a draft nothing happens.
    """
    with transaction.atomic():
        present = locked(organization)
        _check_may_edit(present, by)
        stage = profile_state(present).stage
        if stage == ProfileStage.WAITING:
            raise StillWaiting
        if not present.live or stage not in (ProfileStage.UNSENT, ProfileStage.RETURNED):
            return
        if state := present.current_workflow_state:
            state.cancel(user=by)
        public = Organization.objects.get(pk=present.pk)
        # The public version becomes the newest revision: the dropped one stays in the history, behind it.
        public.save_revision(user=by, changed=False)
        # Past save(), which would make a revision of its own.
        Organization.objects.filter(pk=present.pk).update(has_unpublished_changes=False)
        log(instance=present, action="network.profile.discard", user=by, revision=public.latest_revision)


def _check_may_edit(organization: Organization, by: User) -> None:
    if not user_can_edit_profile(by, organization):
        raise EditNotAllowed
    if organization.locked or organization.approved_schedule:
        raise ProfileLocked


def _differs(draft: Organization, form: BaseModelForm) -> bool:
    """Whether the form says anything else than the draft; the same picture chosen again is no change."""
    new = form.instance
    # A browser sends the same file again when somebody picks it again; that must not wait for an approval.
    if new.logo and not new.logo._committed and draft.logo and _same_bytes(draft.logo, new.logo):
        new.logo = draft.logo.name
    return bool(changes(draft, new))


def _same_bytes(stored, new) -> bool:
    with stored.storage.open(stored.name) as file:
        same = file.read() == new.file.read()
    # The form still has to store it.
    new.file.seek(0)
    return same


def _start(organization: Organization, workflow, state: WorkflowState | None, by: User) -> None:
    """Begin, resume or begin anew, and log which of them it was."""
    action = "network.profile.send"
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=by)
    else:
        if state:
            state.cancel(user=by)
            # A running workflow would approve the newer text under the older request.
            action = "network.profile.replace"
        workflow.start(organization, by)
    log(instance=organization, action=action, user=by, revision=organization.latest_revision)
