"""Reports, appeals and moderators' acts: what comes in, what goes out."""

from marshmallow import fields, validate

from service.actions.reports import ACTS, KINDS
from service.api.schemas import Id, Input, Instant, Int, Known, Output, PageQuery, Reason, Text

CATEGORIES = ("fake_note", "undisclosed_ad", "dead_coupon", "spam", "harassment", "other")
ACTED_ON = ("user", "share", "message", "question", "wish", "reply")
ACTIONS = tuple(sorted({action for action, _ in ACTS}))
OUTCOMES = ("acted", "dismissed")
STATES = ("shown", "hidden", "held", "withdrawn", "removed")
TEXT_MOST = 2000


class Filing(Input):
    """What I report, and why."""

    kind = fields.String(required=True, validate=validate.OneOf(tuple(KINDS)))
    id = Id(required=True)
    category = fields.String(required=True, validate=validate.OneOf(CATEGORIES))
    text = Text(1, TEXT_MOST, load_default=None, allow_none=True)


class Appeal(Input):
    """Why a moderator was wrong."""

    text = Text(3, TEXT_MOST, required=True)


class Report(Output):
    """A report or appeal of mine. `outcome` is null until somebody has looked."""

    id = Id(required=True)
    kind = fields.String(required=True, validate=validate.OneOf((*KINDS, "action")))
    target_id = Id(required=True)
    category = fields.String(required=True, validate=validate.OneOf((*CATEGORIES, "appeal")))
    text = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    resolved_at = Instant(required=True, allow_none=True)
    outcome = fields.String(required=True, allow_none=True, metadata={"enum": [*OUTCOMES, None]})


class ReportPage(Output):
    """My reports, the latest first."""

    items = fields.List(fields.Nested(Report), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ActedOn(Output):
    """What a moderator acted on: me, or something of mine; `experience` has no id to show."""

    id = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, validate=validate.OneOf((*ACTED_ON, "experience")))


class MyAppeal(Output):
    """My appeal and what became of it."""

    id = Id(required=True)
    at = Instant(required=True)
    resolved_at = Instant(required=True, allow_none=True)
    outcome = fields.String(required=True, allow_none=True, metadata={"enum": [*OUTCOMES, None]})


class ModeratorAct(Output):
    """What a moderator did and why; who it was is not told."""

    id = Id(required=True)
    kind = fields.String(required=True)
    reason = fields.String(required=True)
    at = Instant(required=True)
    about = fields.Nested(ActedOn, required=True)
    appeal = fields.Nested(MyAppeal, required=True, allow_none=True)


class ActionPage(Output):
    """Acts, the latest first."""

    items = fields.List(fields.Nested(ModeratorAct), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class QueueQuery(PageQuery):
    """Which reports."""

    open = fields.Boolean(load_default=True)
    kind = fields.String(load_default=None, validate=validate.OneOf((*KINDS, "action")))
    category = fields.String(load_default=None, validate=validate.OneOf((*CATEGORIES, "appeal")))


class About(Output):
    """What a report is about, as it stands. `action` is what an appeal is against."""

    id = Id(required=True)
    action = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)
    answer = fields.String(required=True, allow_none=True)
    photos = fields.List(Id(), required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))


class QueueItem(Output):
    """A report as a moderator reads it; `others` are open about the same thing."""

    id = Id(required=True)
    kind = fields.String(required=True)
    category = fields.String(required=True)
    text = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    resolved_at = Instant(required=True, allow_none=True)
    outcome = fields.String(required=True, allow_none=True, metadata={"enum": [*OUTCOMES, None]})
    reporter = fields.Nested(Known, required=True)
    owner = fields.Nested(Known, required=True, allow_none=True)
    about = fields.Nested(About, required=True)
    others = Int(required=True)


class Queue(Output):
    """Reports, the oldest first."""

    items = fields.List(fields.Nested(QueueItem), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Resolution(Input):
    """What to do about a report, and why; whose thing it is reads the reason."""

    action = fields.String(required=True, validate=validate.OneOf(("dismiss", *ACTIONS)))
    reason = Reason()


class Deed(Input):
    """What to do to what, and why."""

    kind = fields.String(required=True, validate=validate.OneOf(ACTED_ON))
    id = Id(required=True)
    action = fields.String(required=True, validate=validate.OneOf(ACTIONS))
    reason = Reason()


class Done(Output):
    """An act as the audit keeps it, how many reports it closed, and whose levels were derived anew."""

    id = Id(required=True)
    kind = fields.String(required=True)
    count = Int(required=True)
    people = fields.List(fields.String(), required=True)
