"""Whose clock and calendar a picture goes by."""


def city(zone: str) -> str:
    """The city that a time zone is named after; empty where it is named after none."""
    area, _, name = zone.rpartition("/")
    return "" if area in ("", "Etc") else name.replace("_", " ")


def clock_words(zone: str) -> str:
    """Whose clock a zone is: its city's, or no more than the local one."""
    return f"{city(zone)} time" if city(zone) else "local time"
