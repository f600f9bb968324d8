from django.db import models
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext_lazy as _

from network.enums import PaymentMethod
from network.models.membership import new_token
from network.models.payment import Payment, moment, person


class ReceiptBook(models.Model):
    """The receipts of one year: the locked row from which each gets the next number, so that none is missing."""

    year = models.PositiveSmallIntegerField(_("year (Buddhist era)"))
    last_number = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("receipt book")
        verbose_name_plural = _("receipt books")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["year"],
                name="one_receipt_book_per_year",
                violation_error_message=_("This year has its receipt book already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.year)


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def visible_to(self, user) -> "ReceiptQuerySet":
        """One's organizations', all for the treasurer and the secretariat; centres see none."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_perm("network.view_receipt") else self.own_of(user)

    def own_of(self, user) -> "ReceiptQuerySet":
        """Those of organizations that `user` represents today."""
        return self.filter(payment__in=Payment.objects.own_of(user).values("pk"))

    def valid(self) -> "ReceiptQuerySet":
        """Not voided."""
        return self.filter(void_at__isnull=True)

    def delete(self):
        raise ProtectedError("Receipts are voided, never deleted.", set(self))


class Receipt(models.Model):
    """Who paid what to whom, as it was on the day: nothing in it changes, and it is voided instead of deleted."""

    payment = models.ForeignKey(
        Payment, on_delete=models.PROTECT, related_name="receipts", verbose_name=_("payment"), editable=False
    )
    year = models.PositiveSmallIntegerField(_("year (Buddhist era)"))
    number = models.PositiveIntegerField(_("number"))
    issued_on = models.DateField(_("issued on"))
    issued_by = person(_("issued by"), null=False, blank=False)
    # Frozen like the rest: whoever signed may have another name tomorrow.
    issued_by_name = models.CharField(_("treasurer"), max_length=200)

    payer_name = models.CharField(_("received from"), max_length=250)
    payer_address = models.TextField(_("address of the payer"), blank=True)
    payer_tax_id = models.CharField(_("registration number of the payer"), max_length=60, blank=True)
    description = models.CharField(_("for what (Thai)"), max_length=300)
    description_en = models.CharField(_("for what (English)"), max_length=300)
    amount = models.DecimalField(_("amount in baht"), max_digits=10, decimal_places=2)
    method = models.CharField(_("way of payment"), max_length=10, choices=PaymentMethod)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    issuer_name = models.CharField(_("issuer"), max_length=200)
    issuer_address = models.TextField(_("address of the issuer"), blank=True)
    issuer_tax_id = models.CharField(_("tax number of the issuer"), max_length=20, blank=True)

    # The address of its verification page: to know it is the right to read.
    token = models.CharField(max_length=40, default=new_token, editable=False)
    void_at = moment(_("voided"))
    void_by = person(_("voided by"))
    void_reason = models.TextField(_("why it was voided"), blank=True)
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replacements",
        verbose_name=_("in the place of"),
    )

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        default_permissions = ("view",)
        permissions = [("void_receipt", _("Can void receipts"))]
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "number"],
                name="receipt_numbers_are_unique",
                violation_error_message=_("This receipt number is taken."),
            ),
            models.UniqueConstraint(
                fields=["token"],
                name="receipt_tokens_are_unique",
                violation_error_message=_("This address is taken."),
            ),
            models.UniqueConstraint(
                fields=["payment"],
                condition=Q(void_at__isnull=True),
                name="one_valid_receipt_per_payment",
                violation_error_message=_("This payment has its receipt already."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_number

    @property
    def display_number(self) -> str:
        """As it is printed: 2569/000123."""
        return f"{self.year}/{self.number:06d}"

    @property
    def is_void(self) -> bool:
        return self.void_at is not None

    def delete(self, *args, **kwargs):
        raise ProtectedError("A receipt is voided, never deleted.", {self})
