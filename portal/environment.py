"""What the environment says about the way the portal runs; read by the settings only."""

import sys
from pathlib import Path

from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("PORTAL_DEMO", default=False)
# A variable would be forgotten by whoever runs a single test from an editor.
TESTING = "pytest" in sys.modules
# The default: a server that was told nothing behaves strictly.
PRODUCTION = not (DEBUG or DEMO or TESTING)

VAR_DIR = Path(env.str("PORTAL_VAR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)
