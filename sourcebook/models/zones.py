"""Time zones by their IANA names."""

from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator

from sourcebook.models.value_errors import value_error
from sourcebook.problems import did_you_mean, quoted


def _existing(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        hint = did_you_mean(name, available_timezones()) or "; write it as in Asia/Tokyo"
        raise value_error("bad_zone", f"{quoted(name)} is not a time zone{hint}") from None
    return name


ZoneName = Annotated[str, AfterValidator(_existing)]
