"""The trust path of a share."""

from marshmallow import fields

from service.api.schemas import Int, Output


class ShareBuyers(Output):
    """Of so many who bought with a copy of this share, so many sent it back."""

    of = Int(required=True)
    returned = Int(required=True)


class Voices(Output):
    """Recommenders of the product whose shares I see, and the groups of friends they fall into.

    `independent` is null of two to four people, unless each lets themselves be named as a bridge: of so few
    it would tell who knows whom.
    """

    recommenders = Int(required=True)
    independent = Int(required=True, allow_none=True)


class TrustPath(Output):
    """What my circle knows of a share.

    `circle_buyers` are people of my circle, neither the sharer nor me, who bought at the shop and kept it.
    It and `share_buyers` are null below five people, and `circle_buyers` when it would be all of them.
    """

    friends_who_know = Int(required=True)
    circle_buyers = Int(required=True, allow_none=True)
    share_buyers = fields.Nested(ShareBuyers, required=True, allow_none=True)
    voices = fields.Nested(Voices, required=True)
    text = fields.List(fields.String(), required=True)
