"""Papers of a membership as PDF: receipts and certificates, one for readers of both languages."""

from network.printing.receipt import receipt_pdf

__all__ = ["receipt_pdf"]
