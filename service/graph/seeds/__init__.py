"""Seed files become the graph."""
