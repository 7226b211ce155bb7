"""Reads input files as lines or as tables: plain, .gz or .xz, in UTF-8 or GB18030."""

import codecs
import csv
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from service.errors import BadSource
from service.recipes.rejects import Place

CHUNK = 1 << 20
PACKED: dict[bytes, Callable[[Path], Any]] = {b"\x1f\x8b": gzip.open, b"\xfd7zXZ\x00": lzma.open}
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NO_TEXT = {
    b"PK\x03\x04": "is an Excel workbook or a .zip; save it as CSV",
    b"\xd0\xcf\x11\xe0": "is an old Excel workbook; save it as CSV",
    b"%PDF": "is a PDF",
}
TEXTS = ("utf-8", "gb18030")
Line = tuple[Place, str]
Cells = tuple[Place, list[str]]


def lines(path: Path) -> Iterator[Line]:
    """Every line with its place, without the line end; raises BadSource if the file is not text."""
    try:
        with _text(path) as stream:
            for number, line in enumerate(stream, 1):
                yield Place(path.name, number), line.rstrip("\r\n")
    except (OSError, EOFError, UnicodeError, lzma.LZMAError, zlib.error) as error:
        raise BadSource(f"{path.name}: cannot be read: {error}") from None


def table(path: Path, delimiter: str = ",", *, quoted: bool = True) -> Iterator[Cells]:
    """Every row that is not empty, with the place of its first line; raises BadSource for broken CSV."""
    ended = (line + "\n" for _, line in lines(path))
    reader = csv.reader(
        ended, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE, strict=True
    )
    while True:
        place = Place(path.name, reader.line_num + 1)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BadSource(f"{place}: is not CSV from here on: {error}") from None
        if any(cells):
            yield place, cells


def _text(path: Path) -> IO[str]:
    with _bytes(path) as stream:
        encoding = _encoding(path, stream)
    return io.TextIOWrapper(_bytes(path), encoding, newline="")


def _bytes(path: Path) -> Any:
    with path.open("rb") as stream:
        begins = stream.read(6)
    for mark, unpacked in PACKED.items():
        if begins.startswith(mark):
            return unpacked(path)
    return path.open("rb")


def _encoding(path: Path, stream: IO[bytes]) -> str:
    """The encoding that the first bytes name, or the first of TEXTS that decodes the whole file."""
    start = stream.read(CHUNK)
    for mark, what in NO_TEXT.items():
        if start.startswith(mark):
            raise BadSource(f"{path.name}: {what}")
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            return encoding
    left = [(name, codecs.getincrementaldecoder(name)()) for name in TEXTS]
    while start:
        following = stream.read(CHUNK)
        left = [(name, decoder) for name, decoder in left if _fits(decoder, start, last=not following)]
        start = following
    if not left:
        raise BadSource(f"{path.name}: is neither UTF-8 nor GB18030")
    return left[0][0]


def _fits(decoder: codecs.IncrementalDecoder, content: bytes, *, last: bool) -> bool:
    try:
        return "\x00" not in decoder.decode(content, last)
    except UnicodeDecodeError:
        return False
