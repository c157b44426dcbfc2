"""Prepares the basemap of the static maps. Not part of a build: see the README beside its data."""
