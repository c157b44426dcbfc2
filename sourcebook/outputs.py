"""The files of the site that are no pages: one table, a module a format."""

from sourcebook.briefing import render_briefings
from sourcebook.briefing.pdf import PdfError
from sourcebook.exports.dataset import dataset_json
from sourcebook.exports.output import Output, OutputContext
from sourcebook.exports.pack import PackError, pack_name, write_pack
from sourcebook.exports.sitemap import sitemap_files
from sourcebook.pages import BRIEFINGS
from sourcebook.web.map import basemap_files
from sourcebook.web.map.leaflet import leaflet_files
from sourcebook.web.search import search_files
from sourcebook.web.table import row_files

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
        dataset_json,
        "The whole dataset",
        "every record as it was written, with its grade, its origins and its claim matrix",
    ),
    Output(BRIEFINGS, "text/html", render_briefings),
    Output("ground/", "text/javascript", basemap_files),
    Output("assets/leaflet/", "text/javascript", leaflet_files),
    Output("rows/", "text/javascript", row_files),
    Output("search/", "text/javascript", search_files),
    Output("", "application/xml", sitemap_files),
)
