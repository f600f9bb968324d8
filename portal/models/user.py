from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.thai.phones import format_phone


class Language(models.TextChoices):
    THAI = "th", "ไทย"
    ENGLISH = "en", "English"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str | None = None, password: str | None = None, **fields) -> "User":
        """A person; without a password they sign in by code only."""
        user = self.model(email=normal_email(email), **fields)
        # An unusable one, not an empty one: nobody can ever type it.
        user.set_password(password) if password else user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=normal_email(email))


def normal_email(email: str | None) -> str | None:
    """Lower case, and None for none: two people without e-mail must not collide."""
    return (email or "").strip().lower() or None


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. E-mail is optional: phone and LINE sign-in do without it."""

    email = models.EmailField(
        _("e-mail"),
        # NULL where there is none: uniqueness counts those as different, on both databases.
        unique=True,
        null=True,
        blank=True,
        error_messages={"unique": _("Somebody already uses this e-mail address.")},
    )
    title = models.CharField(
        pgettext_lazy("before a name", "title"),
        max_length=40,
        blank=True,
        help_text=_("For example Mr, Ms, Dr, Phra."),
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    # Apart from `phone`: a contact may be an office's and shared, what signs in belongs to one person.
    sign_in_phone = models.CharField(_("phone for signing in"), max_length=16, blank=True, editable=False)
    sign_in_phone_verified = models.BooleanField(_("phone is confirmed"), default=False, editable=False)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.THAI)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                fields=["sign_in_phone"],
                # An unconfirmed number proves nothing; otherwise a stranger could block its owner by typing it first.
                condition=models.Q(sign_in_phone_verified=True),
                name="one_person_per_sign_in_phone",
                violation_error_message=_("Somebody already signs in with this phone number."),
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email or format_phone(self.sign_in_phone) or f"#{self.pk}"

    def clean(self) -> None:
        self.email = normal_email(self.email)

    # Here and not only in forms: allauth, imports and the shell write people too.
    def save(self, *args, **kwargs) -> None:
        self.email = normal_email(self.email)
        super().save(*args, **kwargs)

    # Wagtail and allauth ask for these names.
    def get_full_name(self) -> str:
        return f"{self.title}{self.name}" if self.title in JOINED_TITLES else f"{self.title} {self.name}".strip()

    def get_username(self) -> str:
        return self.email or f"#{self.pk}"

    def get_short_name(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name

    @property
    def last_name(self) -> str:
        return ""


# Written without a space before the name in Thai.
JOINED_TITLES = frozenset({"นาย", "นาง", "นางสาว", "คุณ", "ดร."})
