"""The export of a person's data: a query for each kind of thing."""

from datetime import datetime

from service.graph.client import Graph, Row

QUERIES = {
    "profile": "accounts/export/profile",
    "sessions": "accounts/export/sessions",
    "friends": "accounts/export/friends",
    "friend_requests": "accounts/export/friend_requests",
    "invites": "accounts/export/invites",
    "choices": "accounts/export/choices",
    "platform_accounts": "accounts/export/platform_accounts",
    "identifiers": "accounts/export/identifiers",
    "purchases": "accounts/export/purchases",
    "coupons": "accounts/export/coupons",
    "shares": "accounts/export/shares",
    "photos": "accounts/export/photos",
    "saved": "accounts/export/saved",
    "hidden": "accounts/export/hidden",
    "seen": "accounts/export/seen",
    "direct_sends": "accounts/export/direct_sends",
    "claims": "accounts/export/claims",
    "threads": "accounts/export/threads",
    "messages": "accounts/export/messages",
    "questions": "accounts/export/questions",
    "replies": "accounts/export/replies",
    "reports": "accounts/export/reports",
    "actions": "accounts/export/actions",
    "wishes": "accounts/export/wishes",
    "wishes_answered": "accounts/export/wishes_answered",
    "experience": "accounts/export/experience",
    "giveaways": "accounts/export/giveaways",
    "searches": "accounts/export/searches",
    "notifications": "accounts/export/notifications",
    "notification_settings": "accounts/export/notification_settings",
}


def export(graph: Graph, user_id: str, now: datetime) -> dict[str, list[Row]]:
    """The rows of each kind, oldest first, without rows that `user_id` may not see at `now`."""
    return {kind: graph.rows(query, me=user_id, now=now) for kind, query in QUERIES.items()}
