"""The post: mails that go out, written down with the decision they report, and the council's own words for them."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

from portal.enums import MailStatus
from portal.letters import Letter, LetterKind, Words, draw, letter_kinds
from portal.letters.preview import LETTER_CSP, in_a_frame
from portal.models.identity import Identity
from portal.models.user import Language
from portal.querysets import LetterTextQuerySet, OutgoingMailQuerySet
from portal.thai.phones import format_phone


class OutgoingMail(models.Model):
    """One mail to one person, as it was written on the day; the row stays when its text is forgotten."""

    kind = models.CharField(_("kind"), max_length=80)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        # Erasing a person leaves the entry that a mail went out.
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    name = models.CharField(_("name"), max_length=250, blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    subject = models.CharField(_("subject"), max_length=400)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True)
    reply_to = models.EmailField(_("answers go to"), blank=True)
    # The same at every try, so that a mail server recognizes a mail that it has taken already.
    number = models.UUIDField(default=uuid4, editable=False)
    status = models.CharField(_("status"), max_length=20, choices=MailStatus, default=MailStatus.WAITING)
    attempts = models.PositiveIntegerField(pgettext_lazy("mail", "tries"), default=0)
    # Since the last success or the last "send again"; `attempts` never goes back.
    failures = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    # When a worker took it; an old one tells that the worker has died.
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    forgotten_at = models.DateTimeField(_("text deleted"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["status", "next_try_at"], name="portal_mail_due"),
            models.Index(fields=["-created_at", "-id"], name="portal_mail_newest"),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def kind_name(self) -> str:
        """As the secretariat calls it; the code when its plugin is gone."""
        kind = letter_kinds().get(self.kind)
        return str(kind.name) if kind else self.kind

    @property
    def to(self) -> str:
        return " · ".join(filter(None, [self.name, self.email or format_phone(self.phone, get_language() or "th")]))


# A folder would be written even when the decision is rolled back.
class MailAttachment(models.Model):
    """A file that goes with a mail; kept in the database, so that it is written with the decision or not at all."""

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    mimetype = models.CharField(max_length=100)
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.name


class LetterText(PreviewableMixin, models.Model):
    """The council's own words for one kind of mail; an empty field means the words the app came with."""

    # A code and no foreign key: kinds live in code and come and go with their plugins.
    kind = models.CharField(_("kind"), max_length=80, editable=False)
    subject_th = models.CharField(_("subject (Thai)"), max_length=200, blank=True)
    body_th = models.TextField(_("text (Thai)"), max_length=10_000, blank=True)
    subject_en = models.CharField(_("subject (English)"), max_length=200, blank=True)
    body_en = models.TextField(_("text (English)"), max_length=10_000, blank=True)

    objects = LetterTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a mail")
        verbose_name_plural = _("texts of mails")
        constraints = [
            models.UniqueConstraint(
                fields=["kind"],
                name="portal_lettertext_one_per_kind",
                violation_error_message=_("This kind of mail has its text already."),
            )
        ]

    def __str__(self) -> str:
        kind = letter_kinds().get(self.kind)
        return str(kind.name) if kind else self.kind

    @property
    def is_changed(self) -> bool:
        return any([self.subject_th, self.body_th, self.subject_en, self.body_en])

    def words(self, language: str) -> Words:
        """What is said in `language` now: the council's own words, else the first ones.

        Raises:
            KeyError: no plugin knows this kind any more.
        """
        first = letter_kinds()[self.kind].first_words(language)
        own = Words(getattr(self, f"subject_{language}", ""), getattr(self, f"body_{language}", ""))
        return Words(own.subject or first.subject, own.body or first.body)

    @property
    def letter_kind(self) -> LetterKind:
        return letter_kinds()[self.kind]

    def sample(self, language: str) -> Letter:
        """The mail as it would come, with the variables' samples."""
        identity = Identity.load()
        with override(language):
            values = {**self.letter_kind.samples(), "council": identity.display_name}
        return draw(self.letter_kind, self.words(language), values, language=language, identity=identity)

    @property
    def preview_modes(self) -> list[tuple[str, object]]:
        return [
            ("th", _("Thai, as HTML")),
            ("en", _("English, as HTML")),
            ("th-text", _("Thai, as text")),
            ("en-text", _("English, as text")),
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        language, _sign, form = mode_name.partition("-")
        letter = self.sample(language)
        if form == "text":
            return HttpResponse(f"{letter.subject}\n\n{letter.text}", content_type="text/plain; charset=utf-8")
        response = HttpResponse(in_a_frame(letter.html))
        # Asked for as a public page, it would be shown without its own style.
        response._csp_config = LETTER_CSP  # type: ignore[attr-defined]  # -- what csp_override sets; this is no view to decorate
        return response

    @property
    def previews(self) -> dict[str, str]:
        """The mail as it is said now, in each language, for a frame beside the text."""
        return {language: in_a_frame(self.sample(language).html) for language in Language.values}
