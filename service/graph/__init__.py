"""The graph: its client, the catalogue of queries, the schema, seeds and server."""

import sys

# The driver imports these for data frames and vectors, where an analyst has installed them. That takes as
# long as all else of a short command, and nothing here asks the driver for a data frame.
_UNUSED = ("numpy", "pandas", "pyarrow")


def _without(names: tuple[str, ...]) -> None:
    """Import the driver while imports of these packages fail, as they do where a module is None."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        import neo4j  # noqa: F401, PLC0415
    finally:
        for name in hidden:
            del sys.modules[name]


_without(_UNUSED)
