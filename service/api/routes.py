"""The list of every route group."""

from flask_smorest import Blueprint

from service.api import (
    accounts,
    admin_imports,
    blocks,
    circle,
    claims,
    coupons,
    follows,
    friend_requests,
    friends,
    me,
    mutes,
    platform_accounts,
    platforms,
    purchases,
    refusals,
    relationships,
    sessions,
    shares,
    users,
    webhooks,
)

BLUEPRINTS: list[Blueprint] = [
    accounts.blp,
    sessions.blp,
    me.blp,
    users.blp,
    relationships.blp,
    friends.blp,
    friend_requests.blp,
    follows.blp,
    blocks.blp,
    mutes.blp,
    refusals.blp,
    circle.blp,
    shares.blp,
    claims.blp,
    coupons.blp,
    admin_imports.blp,
    platform_accounts.blp,
    platforms.blp,
    purchases.blp,
    webhooks.blp,
]
