"""The HTTP API: one module per word of the address."""

from flask_smorest import Blueprint

BLUEPRINTS: list[Blueprint] = []
