from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.hooks import answers


class Command(BaseCommand):
    help = "Loads the demo content. Repeating it doubles nothing and never overwrites what was edited."

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEBUG or settings.DEMO or settings.TESTING):
            raise CommandError("The demo is refused here: it brings known passwords. Say PORTAL_DEMO=1 if you mean it.")
        for step in sorted(answers("register_demo_steps"), key=lambda s: s.order):
            self.stdout.write(f"Demo: {step.name} ...")
            step.run()
