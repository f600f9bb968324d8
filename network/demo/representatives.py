"""The demo's representatives and registrar, and two profiles on their way through approval."""

from wagtail.models import WorkflowState

from network.enums import REGISTRARS, RepresentativeRole, RepresentativeStatus
from network.models import Organization, Representative
from portal.demo import demo_user
from portal.models import User

RIVER = "sample-phetchaburi-river-civil-society-network"
WELLBEING = "sample-urban-wellbeing-friends-foundation"
ROWERS = "sample-ban-laem-older-rowers-club"
SALT = "sample-salt-farms-and-mangroves-association"

PEOPLE = {
    "rep@example.org": "นางสาวตัวอย่าง ใจดี",
    "rep2@example.org": "นายตัวอย่าง ช่วยกัน",
    "rep3@example.org": "นางตัวอย่าง ตั้งใจ",
}
# (person, organization, role)
MANDATES = [
    ("rep@example.org", RIVER, RepresentativeRole.PRIMARY),
    ("rep@example.org", WELLBEING, RepresentativeRole.PRIMARY),
    ("rep2@example.org", RIVER, RepresentativeRole.EDITOR),
    ("rep3@example.org", WELLBEING, RepresentativeRole.DELEGATE_MAKER),
    ("rep2@example.org", ROWERS, RepresentativeRole.PRIMARY),
    ("rep3@example.org", SALT, RepresentativeRole.PRIMARY),
]
WAITING = {
    "current_work": "พายเรือทุกเช้าวันเสาร์ และปีนี้เริ่มสอนเด็กในตำบลให้พายเรืออย่างปลอดภัย (ตัวอย่าง)",
    "current_work_en": "Rows every Saturday morning, and this year teaches the subdistrict's children to row. (Sample)",
}
RETURNED = {"address": "หมู่ 3 (ที่อยู่ตัวอย่าง)"}
# One text in two languages: a registrar writes to people of either.
COMMENT = (
    "ขอชื่อตำบลและรหัสไปรษณีย์เพิ่มด้วย จะได้ส่งหนังสือถึง (ข้อความตัวอย่าง)\n"
    "Please add the subdistrict and the postal code, so that letters arrive. (Sample text)"
)


def load_representatives() -> None:
    """Create who is missing; organizations that anybody represents or has sent stay as they are."""
    registrar = demo_user("registrar@example.org", "นายทะเบียน (ตัวอย่าง)", groups=(REGISTRARS,))
    people = {email: demo_user(email, name) for email, name in PEOPLE.items()}
    organizations = {
        o.entry.slug: o for o in Organization.objects.filter(entry__slug__in=[RIVER, WELLBEING, ROWERS, SALT])
    }
    for email, slug, role in MANDATES:
        if slug in organizations:
            Representative.objects.get_or_create(
                user=people[email],
                organization=organizations[slug],
                defaults={"role": role, "status": RepresentativeStatus.ACTIVE},
            )
    if ROWERS in organizations:
        _send(organizations[ROWERS], people["rep2@example.org"], WAITING)
    if SALT in organizations and (state := _send(organizations[SALT], people["rep3@example.org"], RETURNED)):
        state.current_task_state.reject(user=registrar, comment=COMMENT)


def _send(organization: Organization, by: User, fields: dict[str, str]) -> WorkflowState | None:
    """Send a changed version, once."""
    if organization.workflow_states.exists():
        return None
    draft = organization.get_latest_revision_as_object()
    for name, text in fields.items():
        setattr(draft, name, text)
    draft.save_revision(user=by)
    present = Organization.objects.get(pk=organization.pk)
    return present.get_workflow().start(present, by)
