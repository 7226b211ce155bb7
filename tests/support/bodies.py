"""Bodies and ids with which any route can be called in the world of seeds/tiny."""

from typing import Any

from flask import Flask

from tests.support.given import DAY, NOW

# Ids and values that fit seeds/tiny, by their names in addresses and bodies; every id is tried.
IDS: dict[str, list[str]] = {
    "user_id": ["bob", "ivy", "dee", "fay", "hal", "eve"],
    "target_id": ["teahouse"],
    "shop_id": ["teahouse", "lumen"],
    "share": ["ada-kettle", "bob-oolong", "ivy-serum"],
    "claim_id": ["ada-gus-headphones", "ada-ivy-serum", "ada-cy-lamp"],
    "coupon": ["ada-lamp-coupon"],
    "purchase_id": ["ada-kettle-order"],
    "request_id": ["fay-asks-ada", "ada-asks-cy"],
    "account_id": ["ada-taobao"],
    "platform": ["taobao"],
    "session_id": ["ada-other"],
}
VALUES: dict[str, Any] = {
    "to": "dee",
    "to[]": "gus",
    "ids[]": "bob",
    "id": "eve",
    "handle": "newcomer",
    "password": "kettle lamp umbrella",
    "platform": "taobao",
    "category": "kitchen",
    "currency": "CNY",
    "shop": "s-1",
    "opens_at": NOW.isoformat(),
    "closes_at": (NOW + 3 * DAY).isoformat(),
    "reveal_by": (NOW + 5 * DAY).isoformat(),
    "until": (NOW + 9 * DAY).isoformat(),
    "starts_at": NOW.isoformat(),
    "open_with[]": "code",
    "role": "analyst",
    "text": "Thank you for the honest words.",
    "note": "Two months of it every morning, and it does not turn bitter.",
}


class Body:
    """Makes a body that a schema of the OpenAPI text allows."""

    def __init__(self, app: Flask) -> None:
        self.spec = app.extensions["circle_openapi"].to_dict()

    def of(self, method: str, path: str) -> Any:
        """A body for this route; None when it takes none."""
        content = self.spec["paths"][path][method.lower()].get("requestBody", {}).get("content", {})
        schema = content.get("application/json", {}).get("schema")
        return self._sample("", schema) if schema else None

    def _sample(self, name: str, schema: dict[str, Any]) -> Any:
        if "$ref" in schema:
            return self._sample(name, self.spec["components"]["schemas"][schema["$ref"].split("/")[-1]])
        kind = schema.get("type", "string")
        if name in VALUES and kind != "array" and VALUES[name] in schema.get("enum", [VALUES[name]]):
            return VALUES[name]
        if kind == "object":
            required = schema.get("required", [])
            return {key: self._sample(key, schema["properties"][key]) for key in required}
        if kind == "array":
            return [self._sample(f"{name}[]", schema["items"])]
        if "enum" in schema:
            return schema["enum"][0]
        number, text = max(schema.get("minimum", 1), 1), "x" * max(schema.get("minLength", 1), 3)
        return {"integer": number, "boolean": True}.get(kind, text)
