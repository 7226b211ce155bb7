"""A jar as a lock names it: `group:artifact:packaging[:classifier]:version sha256 bytes`."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Jar:
    """One line of a lock."""

    group: str
    artifact: str
    packaging: str
    classifier: str
    version: str
    sha256: str
    size: int

    @classmethod
    def of(cls, line: str) -> "Jar":
        coordinate, sha256, size = line.split()
        group, artifact, packaging, *classifier, version = coordinate.split(":")
        return cls(group, artifact, packaging, "".join(classifier), version, sha256, int(size))

    @property
    def path(self) -> Path:
        """The file in a Maven repository, relative to the repository."""
        name = "-".join(filter(None, (self.artifact, self.version, self.classifier)))
        folder = Path(*self.group.split("."), self.artifact, self.version)
        return folder / f"{name}.{self.packaging}"

    def __str__(self) -> str:
        return f"{self.group}:{self.artifact}:{self.version}"


def matches(file: Path, jar: Jar) -> bool:
    """Whether the file exists and has the SHA-256 of the lock."""
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == jar.sha256
    except FileNotFoundError:
        return False
