"""Everything ends at once in the middle of writing; nothing acknowledged is missing."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import httpx

from service.credentials.keys import Keys
from service.credentials.signatures import secret, sign
from tests.support.processes import SECONDS
from tests.support.running import Running

CALLERS = 4
ENOUGH = 40  # acknowledged orders before the end comes


class Platform:
    """Tells of completed orders until the service is gone; remembers which were acknowledged."""

    def __init__(self, url: str, home: Path) -> None:
        self._url = url
        self._secret = secret(Keys((home / "secret").read_bytes().strip()), "taobao")
        self.acknowledged: list[str] = []
        self.enough = threading.Event()

    def tell(self, caller: int) -> None:
        """One order after another."""
        with httpx.Client(timeout=SECONDS) as client:
            for number in range(10_000):
                try:
                    answer = self._send(client, f"order-{caller}-{number}")
                except httpx.TransportError:
                    return
                if answer.status_code == 200:
                    self.acknowledged.append(f"order-{caller}-{number}")
                if len(self.acknowledged) >= ENOUGH:
                    self.enough.set()

    def _send(self, client: httpx.Client, order: str) -> httpx.Response:
        now = datetime.now(UTC)
        data = {
            "order_id": order,
            "external_user_id": "somebody",
            "shop": {"external_id": "shop-1"},
            "product": {"external_id": "product-1"},
            "paid_fen": 20_000,
            "currency": "CNY",
            "occurred_at": now.isoformat(),
        }
        body = json.dumps({"type": "purchase.completed", "timestamp": now.isoformat(), "data": data})
        headers = {**sign(self._secret, order, body, now), "content-type": "application/json"}
        return client.post(f"{self._url}/v1/webhooks/taobao", content=body, headers=headers)


def test_nothing_acknowledged_is_missing_after_everything_was_killed(tmp_path: Path) -> None:
    with Running(tmp_path) as service:
        platform = Platform(service.url, tmp_path)
        callers = [threading.Thread(target=platform.tell, args=(caller,)) for caller in range(CALLERS)]
        for caller in callers:
            caller.start()
        assert platform.enough.wait(120)
        service.kill()
        for caller in callers:
            caller.join()
    with Running(tmp_path) as service:
        query = "MATCH (purchase:Purchase) RETURN collect(purchase.key) AS keys"
        stored = json.loads(service.circle("db", "shell", "-c", query))["keys"]
    assert {f"taobao:{order}" for order in platform.acknowledged} <= set(stored)
    assert len(stored) == len(set(stored)) <= len(platform.acknowledged) + CALLERS
