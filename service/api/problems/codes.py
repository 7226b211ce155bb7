"""Every problem code: its HTTP status and its text in both languages.

A text may contain facts of the problem in braces: `{limit}`. A part in brackets shows only with its facts.
"""

from service.api.problems.code import Code
from service.api.problems.copy_codes import COPY

CODES = {
    "not_found": Code(404, "It doesn't exist, or you may not see it.", "没有找到，或你无权查看。"),
    "unauthenticated": Code(401, "Sign in first.", "请先登录。"),
    "forbidden": Code(403, "Your account may not do this.", "你的账号没有这个权限。"),
    "invalid": Code(422, "The request is invalid; see fields.", "请求内容有误，详见 fields。"),
    "bad_request": Code(400, "The request could not be read.", "无法读取该请求。"),
    "method_not_allowed": Code(405, "This address doesn't support that method.", "该地址不支持此方法。"),
    "not_acceptable": Code(406, "The server can't answer in that format.", "服务器不提供这种格式。"),
    "request_timeout": Code(408, "The request came too slowly; send it again.", "请求传输超时，请重发。"),
    "unknown_host": Code(
        421, "The service has another name (CIRCLE_HOSTS).", "主机名未启用（CIRCLE_HOSTS）。"
    ),
    "too_large": Code(413, "The request is too large.", "请求内容过大。"),
    "unsupported_media_type": Code(
        415, "This address doesn't accept that kind of body; see /docs.", "该地址不接受这种内容，详见 /docs。"
    ),
    "rate_limited": Code(429, "Too many requests; wait a moment.", "请求过于频繁，请稍后再试。"),
    "conflict": Code(
        409, "Another change came first; read it again.", "已被其他操作抢先修改，请刷新后再试。"
    ),
    "idempotency_conflict": Code(
        422, "This Idempotency-Key belongs to another request.", "该 Idempotency-Key 已用于另一请求。"
    ),
    "idempotency_key_required": Code(
        400, "Send an Idempotency-Key with this request.", "该请求需要 Idempotency-Key。"
    ),
    "stale_version": Code(
        412, "It has changed since you read it; read it again.", "内容已有更新，请刷新后再改。"
    ),
    "unavailable": Code(
        503,
        "The service cannot answer right now; try again shortly.",
        "服务暂时不可用，请稍后重试。",
    ),
    "internal": Code(
        500, "Something went wrong on our side; we have recorded it.", "服务器出错了，我们已记录。"
    ),
    # accounts
    "wrong_credentials": Code(401, "Handle and password do not match.", "用户名与密码不匹配。"),
    "wrong_password": Code(403, "The old password is wrong.", "原密码不正确。"),
    "handle_taken": Code(409, "That handle is taken.", "该用户名已被占用。"),
    "weak_password": Code(422, "Choose a longer or less common password.", "请换一个更长或更少见的密码。"),
    # people
    "not_friend": Code(403, "You can do this only with friends.", "仅限好友之间。"),
    "not_creator": Code(409, "Only creators can be followed.", "只能关注达人账号。"),
    "self": Code(409, "You can't do this with yourself.", "不能对自己执行此操作。"),
    "stream_limit": Code(
        429,
        "You already have {limit} event streams open, the maximum.",
        "同时打开的事件流已达上限（{limit} 个）。",
    ),
    "no_such_choice": Code(
        422, "This setting doesn't exist, or it can't be turned off.", "没有这个选项，或者它不能关闭。"
    ),
    "already_friends": Code(409, "You are already friends.", "你们已经是好友了。"),
    "friend_limit": Code(
        409, "One of you already has {limit} friends, the maximum.", "其中一方的好友已达上限（{limit} 人）。"
    ),
    "request_limit": Code(
        409,
        "You have {limit} open requests; wait for some answers first.",
        "你有 {limit} 个待回应的申请，请等对方回应。",
    ),
    "invite_limit": Code(
        409, "You have {limit} open invites; withdraw one first.", "你有 {limit} 个有效邀请，请先撤回一个。"
    ),
    "expired": Code(410, "It has expired.", "已过期。"),
    # platforms
    "bad_signature": Code(401, "The signature is not valid.", "签名无效。"),
    "replayed": Code(400, "The event is too old, or its time is in the future.", "事件时间超出允许范围。"),
    "linked_elsewhere": Code(
        409, "That platform account is linked to another person.", "该平台账号已被他人绑定。"
    ),
    # coupons, shares, claims
    "not_a_photo": Code(422, "Send a photo: JPEG, PNG or WebP.", "请上传 JPEG、PNG 或 WebP 格式的照片。"),
    "no_such_photo": Code(422, "A photo is no longer there; upload it again.", "照片已失效，请重新上传。"),
    "photos_waiting": Code(
        409, "Publish some of the {limit} photos you uploaded first.", "请先发布已上传的 {limit} 张照片。"
    ),
    "own_share": Code(409, "This is your own share.", "这是你自己的分享。"),
    "exhausted": Code(409, "All copies have been claimed.", "已被领完。"),
    "saved_limit": Code(
        409,
        "You have already saved {limit} shares; remove some first.",
        "你已收藏 {limit} 条分享，请先移除一些。",
    ),
    "claim_limit": Code(
        409,
        "You hold {limit} open coupons; use or return some first.",
        "你有 {limit} 张未使用的券，请先使用或退回。",
    ),
    "locked_elsewhere": Code(
        409, "This coupon is reserved for another order right now.", "该券正被另一订单占用。"
    ),
    "shop_locked": Code(
        409,
        "Another coupon of yours for this shop is reserved for an order.",
        "你已为这家店的一笔订单锁定了另一张券。",
    ),
    "min_spend": Code(409, "The order is below the coupon's minimum.", "订单金额未达到使用门槛。"),
    "wrong_shop": Code(409, "This coupon is for another shop.", "该券不适用于此店铺。"),
    "wrong_state": Code(409, "Its current state doesn't allow this.", "当前状态不允许此操作。"),
    "revoked": Code(410, "It is no longer valid.", "已失效。"),
    "returned": Code(409, "You have returned this copy.", "你已退回此券。"),
    "redeemed": Code(409, "This copy has been used.", "此券已使用。"),
    "not_redeemed": Code(409, "You can give a verdict after using the coupon.", "使用该券后才能评价。"),
    "refused": Code(403, "This person doesn't accept this from you.", "对方不接收你发来的这类内容。"),
    "send_limit": Code(
        409,
        "At your level you can send {limit} a day[; level {next_level} can send more].",
        "你的等级每天可直接发送 {limit} 次[；达到 {next_level} 级可以更多]。",
    ),
    "held": Code(409, "It is under review.", "正在审核中。"),
    "not_verified": Code(409, "The order is not completed yet.", "订单尚未完成。"),
    "removed": Code(410, "A moderator removed it.", "已被管理员移除。"),
    "creators_only": Code(403, "Only creators can share with everyone.", "仅达人账号可以公开分享。"),
    "no_program": Code(409, "The shop has no offer for sharers right now.", "这家店目前没有分享优惠。"),
    # merchants
    "no_such_product": Code(422, "A hero product doesn't belong to this shop.", "主推商品不属于该店铺。"),
    "program_times": Code(
        422,
        "An offer starts now or later and ends after it starts. Once it has started, its start can't change.",
        "优惠须从现在或以后开始，结束须晚于开始；已开始的不能再改开始时间。",
    ),
    "coupons_out": Code(
        409,
        "This would change coupons already earned. The offer can't end before they do, and gifts stay gifts.",
        "这会改动已获得的券：优惠不能早于这些券结束，赠品标记也不能取消。",
    ),
    # talk
    "questions_only": Code(
        403,
        "You only follow this person; ask under the share instead.",
        "你只是关注了对方，请在分享下公开提问。",
    ),
    "chat_limit": Code(
        409,
        "At your level you can send {limit} message requests a day[; level {next_level} can send more].",
        "你的等级每天可发起 {limit} 次私信申请[；达到 {next_level} 级可以更多]。",
    ),
    "waiting": Code(
        409,
        "Your message is waiting for an answer. You can write more once it is accepted.",
        "你的消息在等对方回应，对方同意后才能继续发送。",
    ),
    "question_limit": Code(409, "You can ask {limit} questions a day.", "每天最多提 {limit} 个问题。"),
    "report_limit": Code(409, "You can file {limit} reports a day.", "每天最多举报 {limit} 次。"),
    # wishes
    "wish_limit": Code(
        409,
        "You already have {limit} open wishes; close one first.",
        "你已有 {limit} 个进行中的求券，请先关闭一个。",
    ),
    "wishes_today": Code(409, "You can post {limit} wishes a day.", "每天最多发布 {limit} 个求券。"),
    "wish_over": Code(410, "They are no longer looking for this.", "对方已经不找了。"),
    "answered": Code(409, "You have already answered this.", "你已经回应过了。"),
    "other_thing": Code(409, "This isn't what they are looking for.", "这不是对方要找的东西。"),
    # giveaways
    "level_too_low": Code(
        403, "You can propose giveaways from level {limit}.", "达到 {limit} 级后才能发起免费送。"
    ),
    "prize_too_dear": Code(
        422, "A prize can be worth at most {limit} fen.", "单个奖品价值不得超过 {limit} 分。"
    ),
    "proposal_limit": Code(
        409, "You have {limit} proposals waiting for review.", "你已有 {limit} 个免费送待审核。"
    ),
    "account_too_young": Code(
        403, "Your account can enter once it is {limit} days old.", "账号注册满 {limit} 天后才能参加。"
    ),
    "not_open": Code(409, "Entries are not open right now.", "现在不在报名时间内。"),
    "had_a_hand": Code(
        403,
        "You, or someone who shares a device, payment or address with you, helped to organise it.",
        "你或与你共用设备、支付方式或地址的人参与了此活动的组织。",
    ),
    "entered_already": Code(
        409,
        "Someone who shares a device, payment or address with you has already entered.",
        "与你共用设备、支付方式或地址的人已经参加了。",
    ),
    "not_closed": Code(409, "It has not closed yet.", "报名尚未截止。"),
    "left_out": Code(
        409, "Your entry was not counted at the close: {reason}.", "截止时你的报名未计入：{reason}。"
    ),
    "not_drawn": Code(409, "It has not been drawn yet.", "尚未开奖。"),
    "worse_for_entrants": Code(
        409, "After the proposal, prizes can only become more or better.", "发起后，奖品只能增加或提升。"
    ),
    **COPY,
}
