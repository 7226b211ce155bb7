"""The HTTP API: one module per word of the address."""

from flask_smorest import Blueprint

from service.api import accounts, circle, me, sessions

BLUEPRINTS: list[Blueprint] = [
    accounts.blp,
    sessions.blp,
    me.blp,
    circle.blp,
]
