"""The folder that a recipe writes: it appears only when it is complete."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import BadSource


@contextmanager
def fresh(folder: Path) -> Iterator[Path]:
    """A draft folder that becomes `folder` at the end; raises BadSource if `folder` is not empty.

    When the block raises or writes nothing, `folder` stays as it was.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadSource(f"{folder}: is not empty; name a folder that does not exist yet")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        yield draft
        if any(draft.iterdir()):
            draft.chmod(0o755)
            draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
