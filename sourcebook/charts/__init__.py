"""Pictures as inline SVG, drawn at build time: pure functions from the graph to markup."""
