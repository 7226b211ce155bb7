"""Health checks and metrics."""

import os
from concurrent.futures import ThreadPoolExecutor

from flask import Blueprint, Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from service.api.http.current import graph
from service.errors import Unavailable

SECONDS = 1.0
_ASKING = ThreadPoolExecutor(1)  # one question at a time: the next waits while the database is silent
blp = Blueprint("health", __name__)


@blp.get("/livez")
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@blp.get("/readyz")
def ready() -> Response:
    """The database answers too; 503 when it does not answer within a second."""
    try:
        _ASKING.submit(graph().alive).result(SECONDS)
    except TimeoutError:
        raise Unavailable("the database did not answer in a second") from None
    return jsonify(status="ok")


@blp.get("/metrics")
def metrics() -> Response:
    """Metrics of all worker processes in Prometheus's text format; for this machine only."""
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
