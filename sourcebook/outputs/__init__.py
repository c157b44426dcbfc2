"""The files of the site that are no pages: one table, a module a format."""

from sourcebook.outputs.briefings import briefing, briefings
from sourcebook.outputs.dataset import dataset
from sourcebook.outputs.ground import ground
from sourcebook.outputs.leaflet import leaflet
from sourcebook.outputs.pack import PackFault, pack_name, write_pack
from sourcebook.outputs.pdf import PdfFault
from sourcebook.outputs.rows import rows
from sourcebook.outputs.search import search
from sourcebook.outputs.sitemap import sitemap
from sourcebook.outputs.table import Output, Work
from sourcebook.pages import BRIEFINGS

__all__ = [
    "OUTPUTS", "Output", "PackFault", "PdfFault", "Work", "briefing", "pack_name", "write_pack",
]  # fmt: skip

OUTPUTS: tuple[Output, ...] = (
    Output(
        "dataset.json",
        "application/json",
        dataset,
        "The whole dataset",
        "every record as it was written, with its grade, its origins and its claim matrix",
    ),
    Output(BRIEFINGS, "text/html", briefings),
    Output("ground/", "text/javascript", ground),
    Output("assets/leaflet/", "text/javascript", leaflet),
    Output("rows/", "text/javascript", rows),
    Output("search/", "text/javascript", search),
    Output("", "application/xml", sitemap),
)
