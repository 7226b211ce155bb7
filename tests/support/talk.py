"""People who talk in tests."""

from tests.support.people import Answer, Person

CIRCLE = "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)"


def ask(who: Person, share: str = "bob-kettle", text: str = "Is it loud?", key: str = "") -> Answer:
    """The answer to asking about a share, under a key of its own unless one is given."""
    key = key or f"{who.id} {share} {text!a}"
    return who.post(f"/v1/shares/{share}/threads", {"text": text}, Idempotency_Key=key)


def asked(who: Person, share: str = "bob-kettle", text: str = "Is it loud?") -> str:
    """The id of the thread in which `who` has just asked."""
    return str(ask(who, share, text).json["id"])


def say(who: Person, thread: str, text: str) -> Answer:
    """The answer to writing into a thread."""
    return who.post(f"/v1/threads/{thread}/messages", {"text": text})


def heard(who: Person, thread: str) -> list[str]:
    """What was said in a thread, the last first."""
    return [item["text"] for item in who.get(f"/v1/threads/{thread}/messages").json["items"]]


def listed(who: Person, state: str = "") -> list[str]:
    """The threads that `who` finds in a state, each by the name of the other."""
    query = f"?state={state}" if state else ""
    return [item["other"]["id"] for item in who.get(f"/v1/me/threads{query}").json["items"]]
