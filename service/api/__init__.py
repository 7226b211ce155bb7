"""The HTTP API: one module per word of the address; routes.py lists them."""
