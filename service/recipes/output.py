"""Where a recipe writes: a folder that is there when all of it is written, and not before."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import BadSource


@contextmanager
def fresh(folder: Path) -> Iterator[Path]:
    """A folder to write into, which becomes `folder` at the end; raises BadSource if that holds something.

    When the block raises, or wrote nothing, `folder` is as it was.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadSource(f"{folder}: is not empty; name a folder that is not there yet")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        yield made
        if any(made.iterdir()):
            made.chmod(0o755)
            made.replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
