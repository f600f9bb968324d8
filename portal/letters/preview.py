"""A letter in a frame of the CMS: with its own style, in a Thai face that the machine may not have."""

from django.templatetags.static import static
from django.utils.csp import CSP

# The style travels within a mail; nothing else may come with it.
LETTER_CSP = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "frame-ancestors": [CSP.SELF],
}


def in_a_frame(html: str) -> str:
    """The letter's HTML with the faces of the CMS; mail programs take what their machine has."""
    faces = f'<link rel="stylesheet" href="{static("portal/css/letter-preview.css")}">'
    return html.replace("</head>", f"{faces}</head>", 1)
