"""Names of months, weekdays and zones."""

from functools import lru_cache
from typing import Literal

from sourcebook.language.catalogue import cldr_locale
from sourcebook.language.lists import Lists
from sourcebook.models import Dataset

Width = Literal["wide", "abbreviated", "narrow"]


class CalendarNames(Lists):
    """The calendar of a locale."""

    def month_name(self, number: int, width: Width = "wide") -> str:
        """A month by its number from 1: January, Jan or J.

        >>> CalendarNames().month_name(9), CalendarNames().month_name(9, "abbreviated")
        ('September', 'Sep')
        """
        return _months(self.locale, width)[number - 1]

    def weekday_name(self, number: int, width: Width = "wide") -> str:
        """A weekday by its number, as `datetime.date.weekday` counts them: 0 is Monday or Mon."""
        found: str = self.cldr.days["stand-alone"][width][number]
        return found

    def decade(self, first: str) -> str:
        """A decade by its first year.

        >>> CalendarNames().decade("1990")
        '1990s'
        """
        return self.text("{year}s", year=first)

    def city(self, zone: str) -> str:
        """The city that a time zone is named after; empty where it is named after none.

        >>> CalendarNames().city("America/New_York"), CalendarNames().city("Etc/UTC")
        ('New York', '')
        """
        area, _, name = zone.rpartition("/")
        return "" if area in ("", "Etc") else name.replace("_", " ")

    def clock_of(self, zone: str) -> str:
        """Whose clock a time zone is: "Damascus time", or "local time" where it has no city."""
        city = self.city(zone)
        return self.text("{city} time", city=city) if city else self.text("local time")

    def calendar_of(self, zone: str, dataset: Dataset) -> str:
        """Whose calendar a time zone is: the dataset's own word for it, or the zone's city."""
        own = {other.zone: other.label for other in dataset.other_zones}
        return own.get(zone) or zone.rpartition("/")[2].replace("_", " ")


@lru_cache(maxsize=64)
def _months(locale: str, width: Width) -> tuple[str, ...]:
    names = cldr_locale(locale).months["stand-alone" if width == "narrow" else "format"][width]
    return tuple(names[number] for number in range(1, 13))
