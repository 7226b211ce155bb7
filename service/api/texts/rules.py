"""The rules of experience in English and Chinese. Names in braces are the numbers of `seeds/rules`."""

from typing import NamedTuple

from service.graph.client import Row


class Words(NamedTuple):
    """One text in both languages."""

    en: str
    zh: str

    def filled(self, numbers: Row) -> dict[str, str]:
        """Both texts with the numbers in place."""
        return {"en": self.en.format_map(numbers), "zh": self.zh.format_map(numbers)}


# Why a factor is below 1.
CAUSES = {
    "same_buyer": Words(
        "This buyer already used a coupon of yours in the {pair_window_days} days before. Each repeat counts"
        " 1/{repeat_divides_by} of the one before, and at most {pair_paid} count.",
        "这位买家在此前 {pair_window_days} 天内用过你的券：每次按上一次的 1/{repeat_divides_by} 计，"
        "最多计 {pair_paid} 次。",
    ),
    "mutual": Words(
        "You and this buyer use each other's coupons, so each use counts less.",
        "你和这位买家互相用券，按互用次数折减。",
    ),
    "shared_identifier": Words(
        "This buyer shares a device, a payment or an address with you, so it counts nothing.",
        "对方与你共用设备、支付方式或地址，不计经验。",
    ),
    "young_account": Words(
        "The buyer's account was less than {young_account_days} days old and had no other verified purchase.",
        "买家账号注册不足 {young_account_days} 天，且没有其他已验证的购买。",
    ),
    "new_friend": Words(
        "You had been friends for less than {new_friend_hours} hours when the copy was claimed.",
        "领券时你们成为好友不足 {new_friend_hours} 小时。",
    ),
    "same_shop": Words(
        "You already published for this shop in the {shop_window_days} days before;"
        " at most {shop_paid} count.",
        "此前 {shop_window_days} 天内你发布过同一店铺，最多计 {shop_paid} 次。",
    ),
    "no_purchase": Words(
        "The purchase behind this verdict no longer counts.", "这条评价对应的购买已不再计入。"
    ),
}

# What the caps took.
CAPS = {
    "kind": Words("At most {limit} a day of this kind.", "此类每天最多计 {limit}。"),
    "day": Words("At most {xp_per_day} a day.", "每天最多计 {xp_per_day}。"),
    "week": Words("At most {xp_per_week} a week.", "每周最多计 {xp_per_week}。"),
}

# Why a line is void.
VOIDED = {
    "refunded": Words("The purchase was refunded.", "订单已退款。"),
    "cancelled": Words("The purchase was cancelled.", "订单已取消。"),
    "removed": Words("The share was removed.", "分享已被移除。"),
    "fraud": Words("A moderator reviewed it and found that it was not honest.", "经人工核实存在作弊。"),
    "retracted": Words("The buyer changed the verdict.", "买家更改了评价。"),
}

# What is missing for the next level: one more, or {missing} more.
ACTS = {
    "new_buyers": (
        Words("1 more friend who buys with your coupons.", "还差 1 位不同的好友用你的券下单。"),
        Words(
            "{missing} more different friends who buy with your coupons.",
            "还差 {missing} 位不同的好友用你的券下单。",
        ),
    ),
    "new_shops": (
        Words("Experience from 1 more shop.", "还差 1 家不同的店铺。"),
        Words("Experience from {missing} more shops.", "还差 {missing} 家不同的店铺。"),
    ),
    "active_days": (
        Words("Experience on 1 more day.", "还差 1 个有经验的日子。"),
        Words("Experience on {missing} more days.", "还差 {missing} 个有经验的日子。"),
    ),
    "points": (
        Words("1 more point of experience.", "还差 1 点经验。"),
        Words(
            "{missing} more points of experience. Share honest notes of what you bought;"
            " friends who use your coupons bring more.",
            "还差 {missing} 点经验：如实分享买过的东西，好友用券下单会带来更多。",
        ),
    ),
}

# The published rules, the same for everyone.
RULES = {
    "maturity": Words(
        "Experience counts {maturity_days} days after the purchase is completed, or after the asker marks an"
        " answer as helpful. A refund takes it back.",
        "订单完成（或回答被标记为有帮助）{maturity_days} 天后计入经验；退款则取消。",
    ),
    **CAUSES,
    "per_day": Words(
        "At most {xp_per_day} points and {publishes_per_day} publications count a day, and at most"
        " {xp_per_week} points a week.",
        "每天最多计 {xp_per_day} 点、{publishes_per_day} 次发布；每周最多计 {xp_per_week} 点。",
    ),
    "score": Words(
        "Your level depends on the experience of the last {score_window_days} days, and on how many different"
        " buyers, shops and days it comes from.",
        "等级取决于最近 {score_window_days} 天的经验，以及这些经验来自多少不同的买家、店铺和日子。",
    ),
    "falling": Words(
        "You lose a level only below {level_floor_percent}% of its score. You get {level_notice_days} days'"
        " notice, lose at most one level in {level_step_days} days, and never fall below level {level_kept}.",
        "低于门槛的 {level_floor_percent}% 才会降级：提前 {level_notice_days} 天通知，"
        "{level_step_days} 天内最多降一级，且不低于 {level_kept} 级。",
    ),
    "never": Words(
        "Money, spending, invites, clicks and claimed copies change nothing.",
        "花钱、邀请、点击、券被领取，都不影响经验。",
    ),
}
