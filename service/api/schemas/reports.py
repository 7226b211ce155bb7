"""Reports, appeals and moderators' acts: input and output."""

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
    """The thing I report, and the reason."""

    kind = fields.String(required=True, validate=validate.OneOf(tuple(KINDS)))
    id = Id(required=True)
    category = fields.String(required=True, validate=validate.OneOf(CATEGORIES))
    text = Text(1, TEXT_MOST, load_default=None, allow_none=True)


class Appeal(Input):
    """The argument of an appeal."""

    text = Text(3, TEXT_MOST, required=True)


class Report(Output):
    """A report or appeal of mine. `outcome` is null while it is open."""

    id = Id(required=True)
    kind = fields.String(required=True, validate=validate.OneOf((*KINDS, "action")))
    target_id = Id(required=True)
    category = fields.String(required=True, validate=validate.OneOf((*CATEGORIES, "appeal")))
    text = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    resolved_at = Instant(required=True, allow_none=True)
    outcome = fields.String(required=True, allow_none=True, metadata={"enum": [*OUTCOMES, None]})


class ReportPage(Output):
    """My reports, newest first."""

    items = fields.List(fields.Nested(Report), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ActedOn(Output):
    """The subject of a moderator's act: me, or a thing of mine. `experience` has no id."""

    id = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, validate=validate.OneOf((*ACTED_ON, "experience")))


class MyAppeal(Output):
    """My appeal and its outcome."""

    id = Id(required=True)
    at = Instant(required=True)
    resolved_at = Instant(required=True, allow_none=True)
    outcome = fields.String(required=True, allow_none=True, metadata={"enum": [*OUTCOMES, None]})


class ModeratorAct(Output):
    """A moderator's act and its reason, without the moderator's name."""

    id = Id(required=True)
    kind = fields.String(required=True)
    reason = fields.String(required=True)
    at = Instant(required=True)
    about = fields.Nested(ActedOn, required=True)
    appeal = fields.Nested(MyAppeal, required=True, allow_none=True)


class ActionPage(Output):
    """Acts, newest first."""

    items = fields.List(fields.Nested(ModeratorAct), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class QueueQuery(PageQuery):
    """Filters of the queue."""

    open = fields.Boolean(load_default=True)
    kind = fields.String(load_default=None, validate=validate.OneOf((*KINDS, "action")))
    category = fields.String(load_default=None, validate=validate.OneOf((*CATEGORIES, "appeal")))


class About(Output):
    """The subject of a report in its current state. `action` is the act under appeal."""

    id = Id(required=True)
    action = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)
    answer = fields.String(required=True, allow_none=True)
    photos = fields.List(Id(), required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))


class QueueItem(Output):
    """A report for a moderator; `others` counts open reports about the same thing."""

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
    """Reports, oldest first."""

    items = fields.List(fields.Nested(QueueItem), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Resolution(Input):
    """The act on a report, and its reason, which the owner reads."""

    action = fields.String(required=True, validate=validate.OneOf(("dismiss", *ACTIONS)))
    reason = Reason()


class Deed(Input):
    """An act, its subject and its reason."""

    kind = fields.String(required=True, validate=validate.OneOf(ACTED_ON))
    id = Id(required=True)
    action = fields.String(required=True, validate=validate.OneOf(ACTIONS))
    reason = Reason()


class Done(Output):
    """An act as the audit stores it, the number of closed reports, and the people with recomputed levels."""

    id = Id(required=True)
    kind = fields.String(required=True)
    count = Int(required=True)
    people = fields.List(fields.String(), required=True)
