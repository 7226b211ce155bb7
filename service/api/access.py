"""Who may call what: the one authorization table, a row per route.

- `anyone`    no session needed.
- `person`    a session, resolved before the handler runs.
- `session`   a session, resolved inside the handler's own query (the hot routes).
- `merchant`, `analyst`, `admin`: a person with that role; 403 without it.
- `platform`  a signed event; the handler checks the signature before it reads the body.
- `operator`  a request from this machine itself; 404 for everyone else.
"""

import ipaddress

from flask import Flask, request

from service.api.auth import me, require, session_hash
from service.errors import CircleError, NotFound

ACCESS = {
    "health.alive": "anyone",
    "health.ready": "anyone",
    "health.metrics": "operator",
    "api-docs.openapi_json": "anyone",
    "web.page": "anyone",
    "web.file": "anyone",
    "web.worker": "anyone",
    "demo.guests": "anyone",
    "docs.page": "anyone",
    "docs.style": "anyone",
    "accounts.register": "anyone",
    "sessions.sign_in": "anyone",
    "sessions.devices": "person",
    "sessions.sign_out": "person",
    "sessions.end": "person",
    "circle.feed": "session",
    "search.find": "session",
    "circle.formula": "anyone",
    "circle.seen": "person",
    "me.read": "person",
    "me.change": "person",
    "me.deactivate": "person",
    "me.take_out": "person",
    "me.change_password": "person",
    "users.find": "person",
    "users.read": "person",
    "relationships.read": "person",
    "friends.listed": "person",
    "friends.end": "person",
    "friend_requests.ask": "person",
    "friend_requests.listed": "person",
    "friend_requests.accept": "person",
    "friend_requests.decline": "person",
    "friend_requests.withdraw": "person",
    "follows.listed": "person",
    "follows.follow": "person",
    "follows.unfollow": "person",
    "follows.remove_follower": "person",
    "blocks.listed": "person",
    "blocks.block": "person",
    "blocks.unblock": "person",
    "mutes.listed": "person",
    "mutes.mute": "person",
    "mutes.unmute": "person",
    "refusals.listed": "person",
    "refusals.refuse": "person",
    "refusals.take_again": "person",
    "suggestions.listed": "person",
    "suggestions.dismissed": "person",
    "suggestions.dismiss": "person",
    "suggestions.undo": "person",
    "invites.create": "person",
    "invites.mine": "person",
    "invites.withdraw": "person",
    "invites.card": "anyone",
    "invites.qr": "anyone",
    "invites.accept": "person",
    "shares.publish": "person",
    "shares.read": "session",
    "shares.revise": "person",
    "shares.withdraw": "person",
    "shares.send": "person",
    "shares.mine": "person",
    "shares.send_coupon": "person",
    "threads.ask": "person",
    "threads.mine": "person",
    "threads.read": "person",
    "threads.messages": "person",
    "threads.say": "person",
    "threads.accept": "person",
    "threads.decline": "person",
    "threads.leave": "person",
    "threads.mute": "person",
    "threads.unmute": "person",
    "threads.mark_read": "person",
    "threads.helpful": "person",
    "questions.listed": "person",
    "questions.ask": "person",
    "questions.answer": "person",
    "questions.publish": "person",
    "questions.withdraw": "person",
    "trust.path": "session",
    "saved.listed": "person",
    "saved.save": "person",
    "saved.drop": "person",
    "hidden.listed": "person",
    "hidden.hide": "person",
    "hidden.show": "person",
    "wishes.make": "person",
    "wishes.mine": "person",
    "wishes.close": "person",
    "wishes.matches": "person",
    "wishes.answer": "person",
    "wishes.decline": "person",
    "claims.claim": "session",
    "claims.mine": "person",
    "claims.read": "person",
    "claims.give_back": "person",
    "claims.lock": "person",
    "claims.unlock": "person",
    "claims.judge": "person",
    "claims.thank": "person",
    "coupons.mine": "person",
    "coupons.preview": "person",
    "platforms.every": "anyone",
    "platform_accounts.begin": "person",
    "platform_accounts.mine": "person",
    "platform_accounts.unlink": "person",
    "webhooks.receive": "platform",
    "purchases.mine": "person",
    "purchases.choices": "person",
    "purchases.pick": "person",
    "admin_imports.shops": "admin",
    "admin_imports.products": "admin",
    "admin_imports.programs": "admin",
    "admin_imports.orders": "admin",
    "admin_imports.rotate": "admin",
    "levels.published": "anyone",
    "levels.mine": "person",
    "levels.ledger": "person",
    "events.follow": "person",
    "notifications.listed": "session",
    "notifications.unread": "session",
    "notifications.read": "person",
    "notifications.settings": "person",
    "notifications.change": "person",
    "giveaways.listed": "person",
    "giveaways.propose": "person",
    "giveaways.script": "anyone",
    "giveaways.read": "person",
    "giveaways.enter": "person",
    "giveaways.leave": "person",
    "giveaways.proof": "person",
    "giveaways.verify": "anyone",
    "admin_giveaways.listed": "admin",
    "admin_giveaways.read": "admin",
    "admin_giveaways.review": "admin",
    "admin_giveaways.void": "admin",
    "admin_giveaways.beacon": "admin",
    "admin_giveaways.improve": "admin",
    "admin_giveaways.pass_over": "admin",
    "reports.file": "person",
    "reports.mine": "person",
    "reports.actions": "person",
    "reports.appeal": "person",
    "admin_reports.listed": "admin",
    "admin_reports.resolve": "admin",
    "admin_reports.act": "admin",
    "admin_reviews.listed": "admin",
    "admin_reviews.void": "admin",
    "admin_reviews.restore": "admin",
    "admin_reviews.void_window": "admin",
    "admin_reviews.restore_window": "admin",
}
ROLES = frozenset({"merchant", "analyst", "admin"})


def init(app: Flask) -> None:
    """Check every request against the table; raises when a route has no row."""
    missing = {rule.endpoint for rule in app.url_map.iter_rules()} - set(ACCESS)
    if missing:
        raise CircleError(f"routes without an authorization row: {', '.join(sorted(missing))}")
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is None:
        return  # no such route: 404 or 405 follows
    role = ACCESS[request.endpoint]
    if role == "person":
        me()
    elif role == "session":
        session_hash()
    elif role in ROLES:
        require(role)
    elif role == "operator" and not _from_here(request.remote_addr):
        raise NotFound


def _from_here(address: str | None) -> bool:
    return address is not None and ipaddress.ip_address(address).is_loopback
