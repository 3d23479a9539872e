"""Days in Arabic as United Nations documents write them, without a comma before the year; the hours from 0 to 23."""

from __future__ import annotations

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y، H:i"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "j F Y"
SHORT_DATETIME_FORMAT = "j F Y، H:i"
# A dot stands between the paragraph and the item of a recommendation (140.7), so it must not part thousands.
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
