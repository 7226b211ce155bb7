"""People and their relationships: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Output, PageQuery, Text
from service.api.schemas.accounts import FoldedHandle

MAX_BATCH = 100


class Viewer(Output):
    """The caller's relationship with a person. A departed or blocking person looks like a stranger."""

    friend = fields.Boolean(required=True)
    requested = fields.String(required=True, allow_none=True, metadata={"enum": ["in", "out", None]})
    follows = fields.Boolean(required=True)
    muted = fields.Boolean(required=True)
    blocking = fields.Boolean(required=True)
    degree = fields.Integer(required=True, allow_none=True, metadata={"enum": [0, 1, 2, None]})
    mutual_count = fields.Integer(required=True)


class PersonCard(Output):
    """The part of a person that everyone signed in may see."""

    id = fields.String(required=True)
    display_name = fields.String(required=True)
    creator = fields.Boolean(required=True)
    viewer = fields.Nested(Viewer, required=True)


class Profile(Output):
    """The part of a person that only friends see; everyone sees it of a creator."""

    level = fields.Integer(required=True)
    created_at = Instant(required=True)


class NamedFriend(Output):
    """A mutual friend who chose to be named."""

    id = fields.String(required=True)
    display_name = fields.String(required=True)


class User(PersonCard):
    """A person. The handle is null when the person is not discoverable."""

    handle = fields.String(required=True, allow_none=True)
    profile = fields.Nested(Profile, required=True, allow_none=True)
    mutual_friends = fields.List(fields.Nested(NamedFriend), required=True)


class Friend(PersonCard):
    """A friend of mine."""

    handle = fields.String(required=True)
    level = fields.Integer(required=True)
    since = Instant(required=True)


class FriendPage(Output):
    """Friends, newest friendship first."""

    items = fields.List(fields.Nested(Friend), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class HandleQuery(Input):
    """A complete handle."""

    handle = FoldedHandle(required=True)


class UserBatch(Input):
    """Up to a hundred people."""

    ids = fields.List(Id(), required=True, validate=validate.Length(1, MAX_BATCH))


class Relationship(Output):
    """The caller's relationship with one person."""

    id = fields.String(required=True)
    viewer = fields.Nested(Viewer, required=True)


class Relationships(Output):
    """A relationship for each id, in the order of the request."""

    items = fields.List(fields.Nested(Relationship), required=True)


class Asking(Input):
    """The person to ask, and a message."""

    to = Id(required=True)
    message = Text(0, 100, load_default=None, allow_none=True)


class Asked(Output):
    """A request of mine; `accepted` at once when the other person has already asked me."""

    id = fields.String(required=True)
    user_id = fields.String(required=True)
    message = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    expires_at = Instant(required=True)
    state = fields.String(required=True, metadata={"enum": ["pending", "accepted"]})


class FriendRequestQuery(PageQuery):
    """Incoming or outgoing requests."""

    direction = fields.String(load_default="in", validate=validate.OneOf(["in", "out"]))


class FriendRequest(Output):
    """An open request."""

    id = fields.String(required=True)
    direction = fields.String(required=True, metadata={"enum": ["in", "out"]})
    message = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    expires_at = Instant(required=True)
    user = fields.Nested(PersonCard, required=True)


class FriendRequestPage(Output):
    """Open requests, newest first."""

    items = fields.List(fields.Nested(FriendRequest), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Chosen(Output):
    """A person on one of my lists: followed, blocked, refused, dismissed or a follower."""

    user_id = fields.String(required=True)
    display_name = fields.String(required=True)
    since = Instant(required=True)


class ChosenPage(Output):
    """People on the list, newest first."""

    items = fields.List(fields.Nested(Chosen), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Muting(Input):
    """The end of the mute; null for no end."""

    until = Instant(load_default=None, allow_none=True)


class Mute(Output):
    """A person, shop or category I see less of."""

    id = fields.String(required=True)
    kind = fields.String(required=True, metadata={"enum": ["user", "shop", "category"]})
    since = Instant(required=True)
    until = Instant(required=True, allow_none=True)


class MuteNamed(Mute):
    """A mute with the name of its target; `name_zh` for a category."""

    name = fields.String(required=True)
    name_zh = fields.String(required=True, allow_none=True)


class MutePage(Output):
    """Mutes, newest first."""

    items = fields.List(fields.Nested(MuteNamed), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
