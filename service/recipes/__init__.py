"""Recipes: they convert known formats of other services to seed files or to API request bodies.

A recipe reads line by line, writes the lines that fit, and reports each other line with place and reason.
"""
