"""The timeline of all records: drawn one by one if they are few, counted if they are many."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sourcebook.charts import months
from sourcebook.charts import timeline as timeline_chart
from sourcebook.derive.timeline import timeline
from sourcebook.models import Episode, Incident
from sourcebook.pages import MOST_ROWS, date_interval_of
from sourcebook.render.contexts.listed_days import ListedDay, by_day
from sourcebook.render.pictures import CountedMonth, CountedTime, Pictures, svg
from sourcebook.render.view import View

_FEW = 60
"""The most incidents that are drawn one by one."""


@dataclass(frozen=True, slots=True)
class TimelineContext:
    """What `timeline.html` reads; it has no days where there are too many for one page."""

    days: tuple[ListedDay, ...]
    short: bool


def timeline_context(view: View) -> TimelineContext:
    """The timeline: every event by day, where they are few enough for one page."""
    incidents = view.all_of(Incident)
    short = len(incidents) <= MOST_ROWS
    records = [*incidents, *view.all_of(Episode)] if short else []
    return TimelineContext(by_day(view, timeline(records)), short)


def timeline_pictures(view: View) -> Pictures:
    """All records one by one, or how many there are in each month."""
    incidents, title = view.all_of(Incident), view.dataset.title
    records = [*incidents, *view.all_of(Episode)]
    if len(incidents) <= _FEW:
        drawn = timeline_chart.draw(
            view.graph, records, view.attributions, title=title, prefix="drawn", href=view.url
        )
        return Pictures(timeline=svg(drawn))
    table, url_for = months.table(records), url_for_month(view)
    drawn = months.draw(view.language, table, title=title, prefix="density", url_for_month=url_for)
    return Pictures(counted=_counted(table, url_for, drawn) if drawn else None)


def _counted(table: months.Table, url_for: Callable[[str], str], drawn: str) -> CountedTime:
    counts = (
        CountedMonth(
            count.key,
            url_for(count.key),
            count.incidents,
            count.claims,
            table.span == 1 and len(count.key) == len("2022"),
        )
        for row in table.rows
        for count in row.counts
    )
    earlier = table.rows[0].key if table.earlier else ""
    return CountedTime(svg(drawn), table.span == 1, tuple(counts), earlier, table.undated[0])


def url_for_month(view: View) -> Callable[[str], str]:
    """The url of the incidents of a month (`2022-08`) or of a year.

    A long year has a page for each month; of the others the year's page has a part for each.
    What is known of a year alone stands where the year begins.
    """
    dates = (date_interval_of(incident) for incident in view.all_of(Incident))
    known = Counter(date[:4] for date in dates)

    def url_for(key: str) -> str:
        month = int(key[5:]) if len(key) > len("2022") else 0
        part = f"#month-{month or 'unknown'}"
        if known[key[:4]] <= MOST_ROWS:
            return f"{view.page.root}incidents/{key[:4]}.html{part}"
        page = f"{view.page.root}incidents/{key[:4]}-{month or 1:02}.html"
        return page if month else page + part

    return url_for
