"""Health checks and metrics."""

import os

from flask import Blueprint, Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from service.api.http.current import graph

blp = Blueprint("health", __name__)


@blp.get("/livez")
def alive() -> Response:
    """The process answers."""
    return jsonify(status="ok")


@blp.get("/readyz")
def ready() -> Response:
    """The database answers too; 503 when it does not answer within a second."""
    graph().alive()
    return jsonify(status="ok")


@blp.get("/metrics")
def metrics() -> Response:
    """Metrics of all worker processes in Prometheus's text format; for this machine only."""
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
