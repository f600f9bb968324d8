"""Papers of a membership as PDF: receipts and certificates, one for readers of both languages."""

from network.printing.certificate import certificate_pdf
from network.printing.receipt import receipt_pdf

__all__ = ["certificate_pdf", "receipt_pdf"]
