"""How packages write and read dates in Thai. `o` is the Buddhist year, see portal/formats/__init__.py."""

DATE_FORMAT = "j F o"
SHORT_DATE_FORMAT = "j M o"
YEAR_MONTH_FORMAT = "F o"
DATETIME_FORMAT = "j F o H:i น."
SHORT_DATETIME_FORMAT = "j M o H:i น."

# Only what cannot be misread: Django would take 6/1/2565 for the year 2565 of the common era. Wagtail's filters write
# ISO dates; every form that saves a date has our own field, which reads both eras.
DATE_INPUT_FORMATS = ["%Y-%m-%d"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"]
