"""The rules of experience in words, in English and Chinese. Braces name the numbers of `seeds/rules`."""

from typing import Any, NamedTuple

Row = dict[str, Any]


class Words(NamedTuple):
    """One thing in both languages."""

    en: str
    zh: str

    def told(self, numbers: Row) -> dict[str, str]:
        """Both texts with the numbers in place."""
        return {"en": self.en.format_map(numbers), "zh": self.zh.format_map(numbers)}


# Why a factor is below 1.
CAUSES = {
    "same_buyer": Words(
        "The same buyer used a coupon of yours within {pair_window_days} days before: each time counts"
        " 1/{repeat_divides_by} of the last, and only {pair_paid} count.",
        "同一买家在之前 {pair_window_days} 天内用过你的券：每次按上次的 1/{repeat_divides_by} 计，"
        "最多计 {pair_paid} 次。",
    ),
    "mutual": Words(
        "You and this buyer use each other's coupons, so each counts less.",
        "你与该买家互相用券，按互相次数折减。",
    ),
    "shared_identifier": Words(
        "They share a device, a payment or an address with you, so it counts nothing.",
        "对方与你共用设备、支付方式或地址，不计经验。",
    ),
    "young_account": Words(
        "The buyer's account was younger than {young_account_days} days and had no other verified purchase.",
        "买家账号注册不足 {young_account_days} 天，且没有其他已验证的购买。",
    ),
    "new_friend": Words(
        "You had been friends for less than {new_friend_hours} hours when the copy was taken.",
        "领券时你们成为好友不足 {new_friend_hours} 小时。",
    ),
    "same_shop": Words(
        "You published something of this shop within {shop_window_days} days before; {shop_paid} count.",
        "之前 {shop_window_days} 天内发布过同一店铺，最多计 {shop_paid} 次。",
    ),
    "no_purchase": Words(
        "The purchase that this verdict speaks of counts no more.", "该评价对应的购买已不再计入。"
    ),
}

# What the caps took.
CAPS = {
    "kind": Words("A day counts at most {limit} of this kind.", "此类每日最多计 {limit}。"),
    "day": Words("No more than {xp_per_day} in a day.", "每日最多 {xp_per_day}。"),
    "week": Words("No more than {xp_per_week} in a week.", "每周最多 {xp_per_week}。"),
}

# Why a line is void.
VOIDED = {
    "refunded": Words("The purchase was refunded.", "订单已退款。"),
    "cancelled": Words("The purchase was cancelled.", "订单已取消。"),
    "removed": Words("The share was removed.", "分享已被移除。"),
    "fraud": Words("A person has looked at it and found it was not honest.", "经人工核实存在作弊。"),
    "retracted": Words("The buyer changed the verdict.", "买家更改了评价。"),
}

# What leads to the next level.
ACTS = {
    "new_buyers": Words("More different friends who buy with your coupons.", "更多不同的好友用你的券购买。"),
    "new_shops": Words("More different shops.", "更多不同的店铺。"),
    "active_days": Words("More different days.", "更多不同的日子。"),
    "points": Words(
        "More points: publish honest notes of what you bought; friends who use your coupons bring more.",
        "更多经验：如实分享你买过的东西，好友用券购买会带来更多。",
    ),
}

# What holds for everybody, as published.
RULES = {
    "maturity": Words(
        "Experience counts {maturity_days} days after the purchase is completed, or after an answer was found"
        " helpful; a refund takes it away.",
        "订单完成（或回答被认为有帮助）{maturity_days} 天后计入经验；退款则取消。",
    ),
    **CAUSES,
    "per_day": Words(
        "A day counts at most {xp_per_day}, and {publishes_per_day} publications; a week {xp_per_week}.",
        "每天最多计 {xp_per_day}、{publishes_per_day} 次发布；每周最多 {xp_per_week}。",
    ),
    "score": Words(
        "The level goes by the experience of the last {score_window_days} days, and by how many different"
        " buyers, shops and days it came from.",
        "等级依据最近 {score_window_days} 天的经验，以及来自多少不同的买家、店铺和日子。",
    ),
    "falling": Words(
        "A level falls only under {level_floor_percent}% of its line, after {level_notice_days} days' notice,"
        " one step in {level_step_days} days, and never below level {level_kept}.",
        "低于门槛的 {level_floor_percent}% 才会降级：提前 {level_notice_days} 天通知，"
        "{level_step_days} 天内最多降一级，且不低于 {level_kept} 级。",
    ),
    "never": Words(
        "Money, spending, invitations, clicks and copies taken change nothing.",
        "花钱、邀请、点击和被领取都不影响经验。",
    ),
}
