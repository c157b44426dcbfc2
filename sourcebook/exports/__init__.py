"""Files that a reader takes away: a module for each format."""
