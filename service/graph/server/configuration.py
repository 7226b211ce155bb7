"""The configuration of the embedded server, and whether this machine has room for it."""

import re
import shutil

import psutil

from service.errors import Misconfigured, Unavailable
from service.graph.server.home import Home
from service.settings import Settings

FREE_BYTES = 500_000_000  # enough for a server to start and to write for a while

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.https.enabled=false
server.memory.pagecache.size={pagecache}
server.logs.gc.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
# A query can read no file and no address.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
# No query is without a limit, and none is logged: parameters are private.
db.transaction.timeout=120s
db.lock.acquisition.timeout=5s
db.memory.transaction.max={transaction}
dbms.memory.transaction.total.max={transactions}
db.logs.query.enabled=OFF
# A stop waits for nobody: every user of the server has left.
db.shutdown_transaction_end_timeout=0s
internal.server.bolt.connection_shutdown_wait_time=0s
internal.server.bolt.thread_pool_shutdown_wait_time=0s
db.tx_log.preallocate=false
# A server that works says so every second, and the driver gives up one that is silent for three.
server.bolt.connection_keep_alive_for_requests=ALL
server.bolt.connection_keep_alive=1s
server.bolt.connection_keep_alive_probes=3
server.bolt.connection_keep_alive_streaming_scheduling_interval=1s
"""
# More settings of the server of the living graph.
LIVING = "server.http.enabled=false\n"


def configure(home: Home, settings: Settings, port: int, more: str = LIVING) -> None:
    """Write the settings of the server of `home`, which will answer at `port`, and then `more`."""
    heap = size(settings.neo4j_heap)
    text = CONFIGURATION.format(
        port=port,
        pagecache=size(settings.neo4j_pagecache),
        transaction=heap // 4,
        transactions=heap // 2,
    )
    (home.folder / "conf" / "neo4j.conf").write_text(text + more, "utf-8")


def check_room(home: Home, settings: Settings) -> None:
    """Return when the machine has memory and disk for the server; raises Unavailable."""
    wanted = size(settings.neo4j_heap) + size(settings.neo4j_pagecache)
    memory = psutil.virtual_memory().total
    if wanted > memory:
        raise Unavailable(
            f"Not enough memory: CIRCLE_NEO4J_HEAP and CIRCLE_NEO4J_PAGECACHE ask for "
            f"{wanted >> 20} MB, this machine has {memory >> 20} MB."
        )
    if (free := shutil.disk_usage(home.folder).free) < FREE_BYTES:
        raise Unavailable(
            f"The disk of {home.folder} is full: {free / 1e6:.0f} MB are free, "
            f"{FREE_BYTES / 1e6:.0f} MB are needed."
        )


def size(text: str) -> int:
    """The bytes of an amount like `512m` or `1g`; raises Misconfigured."""
    amount = re.fullmatch(r"(\d+)([kmg])", text.lower())
    if not amount:
        raise Misconfigured(f"{text!r} is no amount of memory: write 512m or 1g.")
    return int(amount[1]) << 10 * ("kmg".index(amount[2]) + 1)
