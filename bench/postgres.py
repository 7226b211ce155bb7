"""A temporary PostgreSQL for a bench, on a free port of the loopback.

It uses Debian's programs, a fresh cluster in a temporary folder, and settings for a machine with a few GB
of free memory. It never touches an existing cluster.
"""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = (
    "PostgreSQL is needed: apt-get install -y --no-install-recommends postgresql; "
    ".venv/bin/pip install --require-hashes -r requirements-bench.lock"
)
INSTALLED = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"  # the package's system account, because the server refuses to run as root
# Text sorts by code point, as in Java; Unicode decides which characters are letters.
CLUSTER = ("--encoding=UTF8", "--lc-collate=C", "--lc-ctype=C.UTF-8", "--auth=scram-sha-256")
SETTINGS = {
    "shared_buffers": "1GB",
    "work_mem": "64MB",
    "maintenance_work_mem": "512MB",
    "effective_cache_size": "4GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",  # planning takes longer than answering
    "max_wal_size": "4GB",
    "fsync": "off",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
}


@contextmanager
def server() -> Iterator[str]:
    """The address of a fresh, empty database; exits with one line when PostgreSQL is missing."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="circle-postgres-"))
    try:
        password, cluster = secrets.token_hex(16), folder / "cluster"
        (folder / "password").write_text(password)
        _own(folder)
        make = [programs / "initdb", "-D", cluster, "-U", "bench", *CLUSTER, "--pwfile", folder / "password"]
        _run(*make)
        port = _free_port()
        options = " ".join(f"-c {name}={value}" for name, value in {**SETTINGS, "port": port}.items())
        control = [programs / "pg_ctl", "-D", cluster, "-w", "-l", folder / "log"]
        _run(*control, "-o", options, "start")
        try:
            yield f"host=127.0.0.1 port={port} user=bench password={password} dbname=postgres"
        finally:
            _run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    """The folder of the newest installed PostgreSQL."""
    programs = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda file: float(file.parts[-3]))
    if programs:
        return programs[-1].parent
    if at := shutil.which("initdb"):
        return Path(at).resolve().parent
    raise SystemExit(NEEDED)


def _own(folder: Path) -> None:
    """Give the folder to the account that runs the server."""
    if os.geteuid() == 0:
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, ACCOUNT, ACCOUNT)


def _run(*command: object) -> None:
    """Run a command, as an unprivileged account under root; prints its output only if it fails."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--init-groups", *words]
    done = subprocess.run(
        words, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{Path(str(command[0])).name} failed: {done.stdout}{done.stderr}".strip())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
