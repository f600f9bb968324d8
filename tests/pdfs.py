"""What a reader finds in a PDF: its text as it is copied, its pages as pictures, the codes drawn on them."""

import pypdfium2
import zxingcpp
from PIL import Image


def text_of(document):
    """The whole text, a line for each line of the pages."""
    with pypdfium2.PdfDocument(document) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened).replace("\r\n", "\n")


def closed_up(text):
    """`text` without spaces and line breaks, which a reader guesses from gaps."""
    return "".join(text.split())


def pages_of(document, scale=2.0):
    """[picture] of each page, 72 dots an inch times `scale`."""
    with pypdfium2.PdfDocument(document) as opened:
        return [page.render(scale=scale).to_pil() for page in opened]


def codes_of(picture: Image.Image):
    """[text] of the square codes on a picture."""
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
