from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.demo import PASSWORD
from portal.models import User

PEOPLE = ("rep", "applicant", "coord", "coord2", "editor", "registrar", "treasurer", "admin")
TEXT = """
The portal: {base}/ (Thai)  {base}/en/ (English)  {base}/admin/ (CMS)
Demo sign-ins, password {password} (mails, sign-in codes among them, are shown at {base}/demo/mail/):
{people}
{warning}Stop with Ctrl+C.
"""

OPEN_CMS = "NOTE: the CMS opens with a password alone (CMS_SECOND_FACTOR is off). Never so with real data.\n"


class Command(BaseCommand):
    help = "Says how to sign in to the demo."

    def handle(self, *args: Any, **options: Any) -> None:
        addresses = [f"{name}@example.org" for name in PEOPLE]
        people = User.objects.filter(email__in=addresses).order_by("pk")
        rows = "\n".join(f"  {user.email:<24}{user.name}" for user in people)
        warning = "" if settings.CMS_SECOND_FACTOR else OPEN_CMS
        self.stdout.write(TEXT.format(base=settings.BASE_URL, password=PASSWORD, people=rows, warning=warning))
