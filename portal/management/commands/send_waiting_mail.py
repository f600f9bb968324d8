from django.core.management.base import BaseCommand

from portal.mail.delivery import deliver_waiting, forget_old_texts


class Command(BaseCommand):
    help = "Sends the mails that are due and forgets the texts of old ones; safe to run twice or at once."

    def handle(self, *args, **options) -> None:
        sent, failed = deliver_waiting()
        forgotten = forget_old_texts()
        self.stdout.write(f"{sent} sent, {failed} not sent, {forgotten} old texts deleted")
