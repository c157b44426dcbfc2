"""The files of the site that are no pages: one table, a module a format."""

from sourcebook.outputs.dataset import dataset
from sourcebook.outputs.search import search
from sourcebook.outputs.sitemap import sitemap
from sourcebook.outputs.table import Output, Work

__all__ = ["OUTPUTS", "Output", "Work"]

OUTPUTS: tuple[Output, ...] = (
    Output(
        "dataset.json",
        "application/json",
        dataset,
        "The whole dataset",
        "every record as it was written, with its grade, its origins and its claim matrix",
    ),
    Output("search/", "text/javascript", search),
    Output("sitemap.xml", "application/xml", sitemap),
)
