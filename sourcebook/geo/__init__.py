"""Geometry on the Earth: distances, projections, and the basemap."""
