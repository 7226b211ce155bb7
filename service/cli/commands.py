"""The list of every command."""

from service.cli import circle
from service.cli.db import db
from service.cli.platform import platform
from service.cli.seed import seed
from service.cli.serve import run, serve
from service.cli.user import user
from service.cli.where import pick, where
from service.cli.worker import worker

for command in (db, pick, platform, run, seed, serve, user, where, worker):
    circle.add_command(command)
