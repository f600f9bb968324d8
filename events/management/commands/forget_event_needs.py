from typing import Any

from django.core.management.base import BaseCommand

from events.actions import forget_needs


class Command(BaseCommand):
    help = "Deletes food and access needs of events that are long over. Run it daily; repeating it is harmless."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Needs of {forget_needs()} delegates deleted.")
