"""The page, its files, and the service worker that keeps them for use without a network."""

import json
from functools import cache

from flask import Blueprint, Response, render_template, request

from service.api.http.current import settings
from service.api.http.site import LIBRARY_LATER, Asset, Site, build
from service.errors import NotFound

FOR_EVER = "public, max-age=31536000, immutable"
WORKER = "core/worker.js"
CONSOLES = ("consoles/", "words/console.")  # few people need them, and only with a network
blp = Blueprint("web", __name__, template_folder="templates")
_site = cache(build)


def site() -> Site:
    """The files of the page, read once per process."""
    return _site(settings())


@blp.get("/")
def page() -> Response:
    """The browser client: an empty page that loads its modules. Its ETag changes with any file."""
    text = render_template("web.html", site=site(), demo=settings().demo)
    response = Response(text, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = site().csp
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


@blp.get("/web/<path:name>")
def file(name: str) -> Response:
    """A file, to cache for ever: its address names its content. Any other address is a 404."""
    asset = site().assets.get(name)
    if asset is None:
        raise NotFound
    return _sent(asset)


@blp.get("/sw.js")
def worker() -> Response:
    """The service worker with the list of files of the shell."""
    shell = {"version": site().version, "files": ["/", *(f"/web/{name}" for name in shell_files(site()))]}
    own = site().assets[site().own + WORKER].content.decode()
    text = f"self.SHELL = {json.dumps(shell)};\n{own}"
    response = Response(text, content_type="text/javascript; charset=utf-8")
    response.headers["Content-Security-Policy"] = site().csp
    response.headers["Cache-Control"] = "no-cache"
    return response


def shell_files(of: Site) -> list[str]:
    """Our own files without the consoles, and the library files that they import."""
    wanted = {*of.first, *(of.library + name for name in LIBRARY_LATER)}
    left_out = tuple(of.own + name for name in CONSOLES)
    kept = [name for name in of.assets if not name.startswith(left_out)]
    return [name for name in kept if name.startswith(of.own) or name in wanted or name.endswith(".css")]


def _sent(asset: Asset) -> Response:
    small = request.accept_encodings.quality("gzip") > 0
    response = Response(asset.gzipped if small else asset.content, content_type=asset.type)
    if small:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOR_EVER
    return response
