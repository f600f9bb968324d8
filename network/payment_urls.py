"""What an organization owes and has paid; included below its own address in the account."""

from django.urls import path

from network.views.payments import at_centre, codes, files, ledger, pay

urlpatterns = [
    path("payments/", ledger.payments, name="payments"),
    path("payments/<row:payment>/", pay.payment, name="payment"),
    path("payments/<row:payment>/code.svg", codes.code_svg, name="payment_code_svg"),
    path("payments/<row:payment>/code.png", codes.code_png, name="payment_code_png"),
    path("payments/<row:payment>/at-the-centre/", at_centre.at_centre, name="payment_at_centre"),
    path("payments/<row:payment>/slip/", files.slip, name="payment_slip"),
    path("receipts/<row:receipt>/", files.receipt, name="receipt"),
    path("certificates/<row:membership>/", files.certificate, name="certificate"),
]
