"""Time zones by their IANA names."""

from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def _existing(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        message = "'{name}' is not a time zone; write one of IANA's names, such as Asia/Tokyo"
        raise PydanticCustomError("bad_zone", message, {"name": name}) from None
    return name


ZoneName = Annotated[str, AfterValidator(_existing)]
