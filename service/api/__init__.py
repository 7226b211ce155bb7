"""The HTTP API: one module for each first word of the URL; routes.py lists them."""
