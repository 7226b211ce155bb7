"""The files of the browser client: complete, compressed, each under an address that names its content.

Our own files are in `service/web/`; the libraries come from the jars of `service/web/web.lock`. All files of
one kind share a folder named by their common hash. So modules import each other as on disk, and the content
of an address never changes.
"""

import base64
import gzip
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from service.graph.server import jars
from service.settings import ROOT, Settings

OWN = ROOT / "service" / "web"
LOCK = OWN / "web.lock"
INSIDE = "META-INF/resources/webjars"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
# Folders of the libraries that a browser does not need.
LEFT_OUT = {"development", "node", "decorators", "scss", "lit-labs__ssr-dom-shim", "types__trusted-types"}
LEFT_OUT |= {"tslib", "zrender"}  # inside the module of ECharts
PICO = "picocss__pico/css/pico.jade.min.css"
ECHARTS = "echarts/dist/echarts.esm.min.js"
# Bare names in imports, and the file or folder for each.
BARE = {
    "lit": "lit/index.js",
    "lit/": "lit/",
    "lit-html": "lit-html/lit-html.js",
    "lit-html/": "lit-html/",
    "lit-element/": "lit-element/",
    "@lit/reactive-element": "lit__reactive-element/reactive-element.js",
    "echarts": ECHARTS,
}
# Loaded before the first screen; the other screens load on demand.
LIBRARY_FIRST = (
    "lit/index.js",
    "lit-html/lit-html.js",
    "lit-html/is-server.js",
    "lit-element/lit-element.js",
    "lit__reactive-element/reactive-element.js",
    "lit__reactive-element/css-tag.js",
)
# Further library files that the screens import.
LIBRARY_LATER = (
    "lit/directives/guard.js",
    "lit-html/directives/guard.js",
    "lit/directives/repeat.js",
    "lit-html/directives/repeat.js",
    "lit-html/directive.js",
    "lit-html/directive-helpers.js",
)
CSP = (
    "default-src 'none'; script-src 'self' '{}'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html circle"
)


@dataclass(frozen=True)
class Asset:
    """A file: its bytes, the same with gzip, its media type."""

    content: bytes
    gzipped: bytes
    type: str


@dataclass(frozen=True)
class Site:
    """All served files. `own` and `library` are the two folders; `import_map` is JSON."""

    assets: Mapping[str, Asset]
    own: str
    library: str
    import_map: str

    @property
    def csp(self) -> str:
        """The content security policy of the page: only scripts of this server, and this import map."""
        digest = base64.b64encode(sha256(self.import_map.encode()).digest()).decode()
        return CSP.format(f"sha256-{digest}")

    @property
    def first(self) -> list[str]:
        """The modules of the first screen, so that a browser can load them at once."""
        core = sorted(path for path in self.assets if path.startswith(self.own) and "/core/" in path)
        return [*(self.library + name for name in LIBRARY_FIRST), *core]

    @property
    def version(self) -> str:
        """A hash that changes with any file."""
        return _hash(self.own.encode() + self.library.encode())


def build(settings: Settings) -> Site:
    """Read all files; downloads the jars on first use. Raises Unavailable."""
    own = {path: text for path, text in _own() if path.suffix in TYPES}
    library = dict(_libraries(jars.fetch(LOCK, settings.cache / "jars", settings.maven_repository)))
    own_at, library_at = _folder(own), _folder(library)
    placed = {own_at + str(path): content for path, content in own.items()}
    placed |= {library_at + str(path): content for path, content in library.items()}
    bare = {name: "/web/" + library_at + target for name, target in BARE.items()}
    return Site(
        assets={path: _asset(path, content) for path, content in placed.items()},
        own=own_at,
        library=library_at,
        import_map=json.dumps({"imports": bare}),
    )


def _own() -> Iterator[tuple[PurePosixPath, bytes]]:
    for file in sorted(OWN.rglob("*.*")):
        yield PurePosixPath(file.relative_to(OWN).as_posix()), file.read_bytes()


def _libraries(files: list[Path]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The wanted files of the jars, without the version in their paths."""
    for file in files:
        with zipfile.ZipFile(file) as jar:
            for name in jar.namelist():
                if name.startswith(INSIDE) and (path := _wanted(PurePosixPath(name).relative_to(INSIDE))):
                    yield path, jar.read(name)


def _wanted(path: PurePosixPath) -> PurePosixPath | None:
    plain = PurePosixPath(path.parts[0], *path.parts[2:]) if len(path.parts) > 2 else None
    if plain is None or LEFT_OUT & set(plain.parts):
        return None
    if plain.parts[0] == "echarts":
        return plain if str(plain) == ECHARTS else None
    return plain if plain.suffix == ".js" or str(plain) == PICO else None


def _folder(files: Mapping[PurePosixPath, bytes]) -> str:
    digests = b"".join(str(path).encode() + sha256(files[path]).digest() for path in sorted(files))
    return _hash(digests) + "/"


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _asset(path: str, content: bytes) -> Asset:
    return Asset(content, gzip.compress(content, 9, mtime=0), TYPES[PurePosixPath(path).suffix])
