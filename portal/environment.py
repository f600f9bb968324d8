"""What the environment says about the way the portal runs; read by the settings only."""

import sys
from pathlib import Path

from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("PORTAL_DEMO", default=False)
TESTING = "pytest" in sys.modules
PRODUCTION = not (DEBUG or DEMO or TESTING)

VAR_DIR = Path(env.str("PORTAL_VAR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)
