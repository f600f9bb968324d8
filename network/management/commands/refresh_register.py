from typing import Any

from django.core.management.base import BaseCommand

from network.search.texts import refresh


class Command(BaseCommand):
    help = "Writes the directory's search texts and sort keys anew, after a change of the rules that make them."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{refresh()} entries changed.")
