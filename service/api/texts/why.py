"""Why a share is where it is in the ranked feed, and the formula, in English and Chinese."""

from datetime import datetime

from service.api.texts.rules import Row, Words

WAYS = {
    "sent": Words("{publisher} sent it to you.", "{publisher} 直接发给了你。"),
    "friend": Words("{publisher} is your friend.", "{publisher} 是你的好友。"),
    "circle": Words(
        "{mutual_count} of your friends know {publisher}.", "你有 {mutual_count} 位好友认识 {publisher}。"
    ),
    "one_friend": Words("A friend of yours knows {publisher}.", "你有一位好友认识 {publisher}。"),
    "follow": Words("You follow {publisher}.", "你关注了 {publisher}。"),
    "direct": Words("{publisher} sent it to you.", "{publisher} 直接发给了你。"),
}
NAMED = Words("Through {names}.", "通过 {names}。")
TODAY = Words("Published within a day.", "一天内发布。")
DAYS = Words("Published {days} days ago.", "{days} 天前发布。")
YESTERDAY = Words("Published a day ago.", "1 天前发布。")
SOON = Words("It can be claimed for a short time only.", "即将截止领取。")
VERDICTS = Words(
    "{as_described} of {of} who bought with it found it as described.",
    "{of} 位用它买过的人中，{as_described} 位说与描述相符。",
)
LOWERED = Words(
    "Lower for you: you passed by this person's shares, or were not interested.",
    "对你降低了权重：你略过了此人的分享，或表示过不感兴趣。",
)

KNOWN_BY_ONE = Words("A friend of yours knows the sharer.", "你有一位好友认识分享者。")
KNOWN = Words(
    "{friends_who_know} of your friends know the sharer.", "你有 {friends_who_know} 位好友认识分享者。"
)
BOUGHT_HERE = Words(
    "{circle_buyers} people of your circle bought here.", "你的圈子里有 {circle_buyers} 人在这家店买过。"
)
RETURNED = Words(
    "{returned} of {of} who bought with it returned it.", "{of} 位用它买过的人中 {returned} 位退货。"
)
KEPT = Words("None of the {of} who bought with it returned it.", "{of} 位用它买过的人无一退货。")
RECOMMENDED = Words(
    "{recommenders} people of your circle recommend it.", "你的圈子里有 {recommenders} 人推荐它。"
)
VOICES = Words(
    "{recommenders} people of your circle recommend it, from {independent} separate groups.",
    "你的圈子里有 {recommenders} 人推荐它，来自 {independent} 个互不相识的群体。",
)

FORMULA = {
    "proximity": Words(
        "Proximity weighs {proximity_percent}%: sent to you {direct_percent}%, a friend's {friend_percent}%,"
        " through friends {circle_percent}% and {bridge_percent}% × log2(1 + friends between, at most"
        " {bridges_most}), of a creator you follow {follow_percent}%.",
        "亲近度占 {proximity_percent}%：直接发给你 {direct_percent}%，好友 {friend_percent}%，好友的好友"
        " {circle_percent}% 加 {bridge_percent}% × log2(1 + 中间好友数，至多 {bridges_most})，"
        "你关注的达人 {follow_percent}%。",
    ),
    "quality": Words(
        "Quality weighs {quality_percent}%: the Wilson lower bound (z = {confidence_percent}/100) of “as"
        " described” among those who bought with it, from {least_group} verdicts on, by whole days past.",
        "质量占 {quality_percent}%：用它买过的人中“与描述相符”的 Wilson 下界"
        "（z = {confidence_percent}/100），满 {least_group} 个评价起计，按整天更新。",
    ),
    "freshness": Words(
        "Freshness weighs {fresh_percent}%: exp(−age / {fresh_days} days).",
        "新鲜度占 {fresh_percent}%：exp(−发布时长 / {fresh_days} 天)。",
    ),
    "expiring": Words(
        "Expiring weighs {expiring_percent}%: 1 when it can be claimed for less than {expiring_hours} hours.",
        "即将截止占 {expiring_percent}%：距截止不足 {expiring_hours} 小时为 1，否则为 0。",
    ),
    "lowered": Words(
        "For you alone the sum is multiplied by {not_interested_percent}% each time you were not interested"
        " in this person or category, and by {ignored_percent}% for every {ignored_shares} shares of this"
        " person shown to you since you last opened, kept or claimed one.",
        "仅对你：每次对此人或此类别表示不感兴趣，乘以 {not_interested_percent}%；自上次打开、收藏或领取此人的"
        "分享后，每展示 {ignored_shares} 条未理会，乘以 {ignored_percent}%。",
    ),
    "spread": Words(
        "Among {feed_window} shares at most {feed_per_publisher} of one person and {feed_per_shop} of one"
        " shop; the newest {feed_candidates} shares are looked at.",
        "每 {feed_window} 条中，同一人至多 {feed_per_publisher} 条，同一店铺至多 {feed_per_shop} 条；"
        "只比较最新的 {feed_candidates} 条。",
    ),
    "never": Words(
        "Level, spending and payment are no inputs.",
        "等级、消费和付费都不影响排序。",
    ),
}


def told(card: Row, as_of: datetime, language: str) -> list[str]:
    """The reasons of a ranked card in sentences, the way first."""
    why = card["why"]
    facts = {
        "publisher": card["publisher"]["display_name"],
        "mutual_count": card["mutual_count"],
        "names": ", ".join(bridge["display_name"] for bridge in card["bridges"]),
        "days": (as_of - card["published_at"]).days,
        **(why["verdicts"] or {}),
    }
    age = {0: TODAY, 1: YESTERDAY}.get(facts["days"], DAYS)
    chosen = {
        WAYS[_way(card)]: True,
        NAMED: bool(card["bridges"]),
        age: True,
        SOON: why["expiring"] > 0,
        VERDICTS: why["verdicts"] is not None,
        LOWERED: why["lowered"] < 1,
    }
    return _chosen(chosen, facts, language)


def trusted(found: Row, language: str) -> list[str]:
    """The facts of a trust path in sentences; what is not told has none."""
    knowing, bought = found["friends_who_know"], found["share_buyers"] or {"of": 0, "returned": 0}
    several, groups = found["voices"]["recommenders"] > 1, found["voices"]["independent"] is not None
    chosen = {
        KNOWN_BY_ONE: knowing == 1,
        KNOWN: knowing > 1,
        BOUGHT_HERE: found["circle_buyers"] is not None,
        RETURNED: bought["returned"] > 0,
        KEPT: bought["of"] > 0 and not bought["returned"],
        RECOMMENDED: several and not groups,
        VOICES: several and groups,
    }
    return _chosen(chosen, {**found, **bought, **found["voices"]}, language)


def published(ranking: Row, rules: Row) -> Row:
    """The formula: one line, what each part means in both languages, and every number."""
    ranking = {key: value for key, value in ranking.items() if key != "name"}
    numbers = {**ranking, **rules}
    parts = ("proximity", "quality", "fresh", "expiring")
    terms = " + ".join(f"{ranking[f'{part}_percent'] / 100:g}·{part}" for part in parts)
    return {
        "formula": f"score = lowered · ({terms})",
        "parts": [{"name": name, **words.told(numbers)} for name, words in FORMULA.items()],
        "numbers": numbers,
    }


def _way(card: Row) -> str:
    if card["why"]["sent"]:
        return "sent"
    return "one_friend" if card["via"] == "circle" and card["mutual_count"] == 1 else str(card["via"])


def _chosen(words: dict[Words, bool], facts: Row, language: str) -> list[str]:
    return [text.told(facts)[language] for text, holds in words.items() if holds]
