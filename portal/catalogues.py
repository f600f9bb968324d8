"""Compiles the message catalogues: `python -m portal.catalogues`. Needs polib only, so no gettext on the machine."""

import sys
from pathlib import Path

import polib


def compile_catalogues(root: Path) -> int:
    """Writes a .mo beside each .po below `root` that is newer than its .mo; how many were written."""
    written = 0
    for source in sorted(root.glob("*/*locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written += 1
    return written


if __name__ == "__main__":
    count = compile_catalogues(Path(__file__).resolve().parent.parent)
    sys.stdout.write(f"{count} message catalogues compiled\n")
