"""The signing key where nobody has set one."""

import secrets
from pathlib import Path


def local_secret(folder: Path) -> str:
    """A key for development and the demo, made once and kept out of the repository."""
    path = folder / "secret-key.txt"
    if not path.exists():
        # Kept in a file, or every restart would sign everybody out.
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")
