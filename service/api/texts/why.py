"""The reasons for the place of a ranked share, trust paths and the formula, in English and Chinese."""

from datetime import datetime

from service.api.texts.rules import Words
from service.graph.client import Row

WAYS = {
    "sent": Words("{publisher} sent it to you.", "{publisher} 直接发给了你。"),
    "friend": Words("{publisher} is your friend.", "{publisher} 是你的好友。"),
    "circle": Words(
        "{mutual_count} of your friends know {publisher}.", "你的 {mutual_count} 位好友认识 {publisher}。"
    ),
    "one_friend": Words("One of your friends knows {publisher}.", "你的一位好友认识 {publisher}。"),
    "follow": Words("You follow {publisher}.", "你关注了 {publisher}。"),
    "direct": Words("{publisher} sent it to you.", "{publisher} 直接发给了你。"),
}
NAMED = Words("Mutual friends: {names}.", "共同好友：{names}。")
TODAY = Words("Published in the last 24 hours.", "24 小时内发布。")
DAYS = Words("Published {days} days ago.", "{days} 天前发布。")
YESTERDAY = Words("Published a day ago.", "1 天前发布。")
SOON = Words("There is little time left to claim it.", "即将截止领取。")
VERDICTS = Words(
    "{as_described} of {of} buyers found it as described.",
    "{of} 位用它买过的人中，有 {as_described} 位说与描述相符。",
)
LOWERED = Words(
    "Ranked lower for you: you passed by this person's shares, or were not interested.",
    "在你这里排得靠后：你略过了此人的分享，或表示过不感兴趣。",
)

KNOWN_BY_ONE = Words("One of your friends knows the sharer.", "你的一位好友认识 TA。")
KNOWN = Words(
    "{friends_who_know} of your friends know the sharer.", "你的 {friends_who_know} 位好友认识 TA。"
)
BOUGHT_HERE = Words(
    "{circle_buyers} people in your circle bought from this shop.",
    "你的圈子里有 {circle_buyers} 人在这家店买过。",
)
RETURNED = Words("{returned} of {of} buyers returned it.", "{of} 位用它买过的人中，有 {returned} 位退货。")
KEPT = Words("None of the {of} buyers returned it.", "{of} 位用它买过的人都没有退货。")
RECOMMENDED = Words(
    "{recommenders} people in your circle recommend it.", "你的圈子里有 {recommenders} 人推荐它。"
)
VOICES = Words(
    "{recommenders} people in your circle recommend it, from {independent} separate groups.",
    "你的圈子里有 {recommenders} 人推荐它，来自 {independent} 个互不相识的群体。",
)

FORMULA = {
    "proximity": Words(
        "Proximity counts {proximity_percent}%: sent to you {direct_percent}%, from a friend"
        " {friend_percent}%, through friends {circle_percent}% plus {bridge_percent}% × log2(1 + friends"
        " between you, at most {bridges_most}), from a creator you follow {follow_percent}%.",
        "亲近度占 {proximity_percent}%：直接发给你 {direct_percent}%，好友 {friend_percent}%，好友的好友"
        " {circle_percent}% 加 {bridge_percent}% × log2(1 + 中间好友数，至多 {bridges_most})，"
        "你关注的达人 {follow_percent}%。",
    ),
    "quality": Words(
        "Quality counts {quality_percent}%: the Wilson lower bound (z = {confidence_percent}/100) of “as"
        " described” among its buyers, from {least_group} verdicts on, counted once a day.",
        "质量占 {quality_percent}%：用它买过的人中“与描述相符”的 Wilson 下界"
        "（z = {confidence_percent}/100），满 {least_group} 个评价起计，每天更新一次。",
    ),
    "freshness": Words(
        "Freshness counts {fresh_percent}%: exp(−age / {fresh_days} days).",
        "新鲜度占 {fresh_percent}%：exp(−发布时长 / {fresh_days} 天)。",
    ),
    "expiring": Words(
        "Expiring counts {expiring_percent}%: 1 when less than {expiring_hours} hours are left to claim it,"
        " else 0.",
        "即将截止占 {expiring_percent}%：距截止不足 {expiring_hours} 小时为 1，否则为 0。",
    ),
    "lowered": Words(
        "For you alone, each “not interested” in this person or category multiplies the sum by"
        " {not_interested_percent}%. Every {ignored_shares} shares of this person shown to you since you last"
        " opened, saved or claimed one multiply it by {ignored_percent}%.",
        "只影响你自己：每次对此人或此类别表示不感兴趣，乘以 {not_interested_percent}%；自上次打开、收藏或领取"
        "此人的分享后，每展示 {ignored_shares} 条你没有理会，乘以 {ignored_percent}%。",
    ),
    "spread": Words(
        "Of {feed_window} shares, at most {feed_per_publisher} come from one person and {feed_per_shop} from"
        " one shop. Only the newest {feed_candidates} shares are compared.",
        "每 {feed_window} 条中，同一人至多 {feed_per_publisher} 条，同一店铺至多 {feed_per_shop} 条；"
        "只比较最新的 {feed_candidates} 条。",
    ),
    "never": Words(
        "Level, spending and payment play no part.",
        "等级、消费和付费都不影响排序。",
    ),
}


def reasons(card: Row, as_of: datetime, language: str) -> list[str]:
    """The reasons for the place of a ranked card as sentences, the connection first."""
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


def trust_lines(path: Row, language: str) -> list[str]:
    """The facts of a trust path as sentences; a hidden figure has none."""
    knowing, bought = path["friends_who_know"], path["share_buyers"] or {"of": 0, "returned": 0}
    voices = path["voices"]
    several, groups = voices["recommenders"] > 1, voices["independent"] is not None
    chosen = {
        KNOWN_BY_ONE: knowing == 1,
        KNOWN: knowing > 1,
        BOUGHT_HERE: path["circle_buyers"] is not None,
        RETURNED: bought["returned"] > 0,
        KEPT: bought["of"] > 0 and not bought["returned"],
        RECOMMENDED: several and not groups,
        VOICES: several and groups,
    }
    return _chosen(chosen, {**path, **bought, **voices}, language)


def published(ranking: Row, rules: Row) -> Row:
    """The formula: one line, each part explained in both languages, and every number."""
    ranking = {key: value for key, value in ranking.items() if key != "name"}
    numbers = {**ranking, **rules}
    parts = ("proximity", "quality", "fresh", "expiring")
    terms = " + ".join(f"{ranking[f'{part}_percent'] / 100:g}·{part}" for part in parts)
    return {
        "formula": f"score = lowered · ({terms})",
        "parts": [{"name": name, **words.filled(numbers)} for name, words in FORMULA.items()],
        "numbers": numbers,
    }


def _way(card: Row) -> str:
    if card["why"]["sent"]:
        return "sent"
    return "one_friend" if card["via"] == "circle" and card["mutual_count"] == 1 else str(card["via"])


def _chosen(words: dict[Words, bool], facts: Row, language: str) -> list[str]:
    return [text.filled(facts)[language] for text, holds in words.items() if holds]
