"""The list of every command."""

from service.cli import circle
from service.cli.db import db
from service.cli.serve import run, serve
from service.cli.where import pick, where
from service.cli.worker import worker

for command in (db, pick, run, serve, where, worker):
    circle.add_command(command)
