"""A wire to the database that a test can cut at the moment of COMMIT."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from urllib.parse import urlsplit

from service.graph.server.embedded import Address

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # the Bolt message, one chunk
ARRIVES = 0.3  # long enough for the server to have stored what reached it


class Wire:
    """Passes bytes both ways. `cut` = "before" or "after" the next COMMIT reaches the server."""

    def __init__(self, target: tuple[str, int], port: int) -> None:
        self._target = target
        self._listening = socket.create_server(("127.0.0.1", port))
        self.port = self._listening.getsockname()[1]
        self.cut: str | None = None
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            server = socket.create_connection(self._target)
            threading.Thread(target=self._up, args=(client, server), daemon=True).start()
            threading.Thread(target=_copy, args=(server, client), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        while data := _read(client):
            if self.cut and COMMIT in data:
                moment, self.cut, self.cuts = self.cut, None, self.cuts + 1
                if moment == "after":
                    client.shutdown(socket.SHUT_RD)
                    server.sendall(data)
                    client.close()
                    time.sleep(ARRIVES)
                break
            server.sendall(data)
        _end(client)
        _end(server)


@contextmanager
def wire(address: Address, port: int = 0) -> Iterator[tuple[Wire, Address]]:
    """A wire to `address`, and the address of its near end, at any free port or this one."""
    place = urlsplit(address.uri)
    between = Wire((place.hostname or "127.0.0.1", place.port or 7687), port)
    try:
        yield between, replace(address, uri=f"bolt://127.0.0.1:{between.port}")
    finally:
        between.close()


def _copy(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := _read(source):
            sink.sendall(data)
    except OSError:
        pass
    _end(source)
    _end(sink)


def _read(source: socket.socket) -> bytes:
    try:
        return source.recv(65536)
    except OSError:
        return b""


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
