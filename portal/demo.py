"""The demo's people. Their password is public, so the demo runs only where settings say so."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from portal.models import User

PASSWORD = "demo-portal-2569"  # noqa: S105 -- printed by the demo for everyone to use


def demo_user(
    email: str, name: str, *, language: str = "th", groups: tuple[str, ...] = (), superuser: bool = False
) -> User:
    """The demo person with `email`, made once with a verified address; groups are matched by name."""
    # Whoever changed the demo's password or name keeps the change.
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, PASSWORD, name=name, language=language, is_superuser=superuser)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    user.groups.add(*[Group.objects.get_or_create(name=name)[0] for name in groups])
    return user


def load_people() -> None:
    demo_user("admin@example.org", "ผู้ดูแลระบบ (ตัวอย่าง)", superuser=True)
