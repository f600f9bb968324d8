from typing import Any

from django.core.management.base import BaseCommand

from portal.hooks import answers


class Command(BaseCommand):
    help = "Makes what every portal needs: languages, first pages, groups, workflows, places. Safe to repeat."

    def handle(self, *args: Any, **options: Any) -> None:
        for step in sorted(answers("register_setup_steps"), key=lambda s: s.order):
            step.run()
            if options["verbosity"] > 1:
                self.stdout.write(step.name)
