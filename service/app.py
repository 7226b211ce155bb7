"""The application: wiring, no logic."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from service.api import docs, health, web
from service.api.http import arrival, auth, bodies, bookmarks, gate, headers, limits, observe
from service.api.http.current import EXTENSION, Clock, Current, utc_now
from service.api.http.json import OrjsonProvider
from service.api.http.lately import Lately
from service.api.problems import problem
from service.api.routes import BLUEPRINTS
from service.credentials.keys import keys
from service.graph.client import Graph
from service.live.streams import Streams
from service.settings import Settings

MAX_BODY = 1_000_000


def create_app(settings: Settings, graph: Graph, *, clock: Clock = utc_now) -> Flask:
    """The WSGI application over `graph`, which reads the time from `clock`."""
    app = Flask("service", static_folder=None)
    app.json = OrjsonProvider(app)
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, PROPAGATE_EXCEPTIONS=False, **docs.CONFIG)
    app.url_map.strict_slashes = False
    streams = Streams(graph, clock)
    app.extensions[EXTENSION] = Current(settings, graph, keys(settings), clock, streams, Lately())
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    observe.init(app)
    arrival.init(app)
    headers.init(app)
    bookmarks.init(app)
    auth.init(app)
    api = docs.CircleApi(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.register_blueprint(health.blp)
    app.register_blueprint(web.blp)
    docs.init(app, api)
    problem.init(app)
    limits.init(app, settings.rate_storage)
    gate.init(app)
    bodies.init(app)
    return app
