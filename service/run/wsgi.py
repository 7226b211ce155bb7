"""The WSGI application of one web process; `service/run/asgi.py` serves it."""

import atexit
from contextlib import ExitStack

from service import settings as environment
from service.api.http.current import EXTENSION
from service.app import create_app
from service.graph import catalogue
from service.graph.client import Graph
from service.graph.server.embedded import server
from service.logs import configure

_settings = environment.from_env()
_stack = ExitStack()
atexit.register(_stack.close)
configure(_settings.log_level, _settings.log_file)
_graph = Graph(
    _stack.enter_context(server(_settings, must_answer=False)),
    catalogue.load(environment.ROOT / "cypher"),
    seconds=_settings.request_seconds,
)
_stack.callback(_graph.close)
app = create_app(_settings, _graph)
_stack.callback(app.extensions[EXTENSION].streams.join)
