"""The list of every command."""

from service.cli import circle
from service.cli.serve import run, serve

circle.add_command(run)
circle.add_command(serve)
