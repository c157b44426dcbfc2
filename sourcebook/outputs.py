"""The files of the site that are no pages: one table, a module a format."""

from sourcebook.briefing import render_briefings
from sourcebook.briefing.pdf import PdfError
from sourcebook.exports.dataset import dataset
from sourcebook.exports.output import Output, OutputContext
from sourcebook.exports.pack import PackError, pack_name, write_pack
from sourcebook.exports.sitemap import sitemap
from sourcebook.pages import BRIEFINGS
from sourcebook.web.map import ground
from sourcebook.web.map.leaflet import leaflet
from sourcebook.web.search import search
from sourcebook.web.table import rows

__all__ = [
    "OUTPUTS",
    "Output",
    "OutputContext",
    "PackError",
    "PdfError",
    "pack_name",
    "write_pack",
]  # fmt: skip

OUTPUTS: tuple[Output, ...] = (
    Output(
        "dataset.json",
        "application/json",
        dataset,
        "The whole dataset",
        "every record as it was written, with its grade, its origins and its claim matrix",
    ),
    Output(BRIEFINGS, "text/html", render_briefings),
    Output("ground/", "text/javascript", ground),
    Output("assets/leaflet/", "text/javascript", leaflet),
    Output("rows/", "text/javascript", rows),
    Output("search/", "text/javascript", search),
    Output("", "application/xml", sitemap),
)
