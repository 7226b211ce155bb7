"""The trust path of a share."""

from marshmallow import fields

from service.api.schemas import Int, Output


class ShareBuyers(Output):
    """The number of people who bought with a copy of this share, and of those who returned it."""

    of = Int(required=True)
    returned = Int(required=True)


class Voices(Output):
    """People whose shares of the product I see, and the groups of friends among them.

    `independent` is null for two to four people, unless each allows their name as a bridge. For so few the
    number would reveal friendships.
    """

    recommenders = Int(required=True)
    independent = Int(required=True, allow_none=True)


class TrustPath(Output):
    """What my circle knows of a share.

    `circle_buyers` counts people of my circle, without the sharer and me, who bought at the shop and kept it.
    It is null below five people and when it would be all of them. `share_buyers` is null below five people.
    """

    friends_who_know = Int(required=True)
    circle_buyers = Int(required=True, allow_none=True)
    share_buyers = fields.Nested(ShareBuyers, required=True, allow_none=True)
    voices = fields.Nested(Voices, required=True)
    text = fields.List(fields.String(), required=True)
