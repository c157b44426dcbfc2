"""Publication of the site: all or nothing, and only what changed."""

from sourcebook.publish.publication import Publication, Written
from sourcebook.publish.site_files import MANIFEST, PublishError, published_paths

__all__ = ["MANIFEST", "Publication", "PublishError", "Written", "published_paths"]
