"""Signatures of events: which are genuine."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from service.credentials.keys import Keys
from service.credentials.signatures import FIRST_KEY, genuine, operation, secret, sign

KEYS = Keys(b"a secret")
SECRET = secret(KEYS, "taobao")
BODY = json.dumps({"type": "purchase.completed"})


def headers(age: timedelta = timedelta()) -> dict[str, str]:
    """What the platform sends with BODY, so long ago."""
    return sign(SECRET, "e-1", BODY, datetime.now(UTC) - age)


def test_a_signed_body_is_genuine() -> None:
    assert genuine([SECRET], BODY.encode(), headers())
    assert genuine([secret(KEYS, "taobao", "older"), SECRET], BODY.encode(), headers())


@pytest.mark.parametrize(
    "wrong",
    [secret(KEYS, "jd"), secret(KEYS, "taobao", "v2"), secret(Keys(b"another"), "taobao")],
    ids=["platform", "key", "installation"],
)
def test_nobody_else_can_sign(wrong: str) -> None:
    assert not genuine([wrong], BODY.encode(), headers())
    assert not genuine([], BODY.encode(), headers())


@pytest.mark.parametrize(
    "change",
    [
        {"webhook-id": "e-2"},
        {"webhook-timestamp": "1"},
        {"webhook-timestamp": "NaN"},
        {"webhook-signature": "v1,!"},
        {"webhook-signature": "no comma"},
        {"webhook-signature": ""},
    ],
)
def test_a_changed_header_is_not_genuine(change: dict[str, str]) -> None:
    assert not genuine([SECRET], BODY.encode(), headers() | change)


def test_a_changed_body_or_a_missing_header_is_not_genuine() -> None:
    assert not genuine([SECRET], BODY.encode() + b" ", headers())
    assert not genuine([SECRET], b"\xff", headers())
    for name in headers():
        assert not genuine([SECRET], BODY.encode(), {k: v for k, v in headers().items() if k != name})


@pytest.mark.parametrize("minutes", [6, -6])
def test_five_minutes_too_late_or_too_early_is_not_genuine(minutes: int) -> None:
    assert not genuine([SECRET], BODY.encode(), headers(timedelta(minutes=minutes)))


def test_the_same_event_is_the_same_operation() -> None:
    assert operation("taobao", "e-1") == operation("taobao", "e-1")
    assert len({operation("taobao", "e-1"), operation("taobao", "e-2"), operation("jd", "e-1")}) == 3
    assert "e-1" not in operation("taobao", "e-1")


def test_a_secret_is_drawn_from_the_installation_and_named_by_its_key() -> None:
    assert secret(KEYS, "taobao", FIRST_KEY) == SECRET
    assert SECRET.startswith("whsec_")
