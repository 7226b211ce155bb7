"""The order exports of each platform: the names of the columns, and the meaning of the states."""

from collections.abc import Mapping
from dataclasses import dataclass

# The meaning of a state. An unpaid order is of no use here.
UNPAID, PAID, COMPLETED, CANCELLED, REFUNDED = "unpaid", "paid", "completed", "cancelled", "refunded"

# Fields that an export must have, and one of the two instants besides.
NEEDED = ("order_id", "paid", "state", "product")
MOMENTS = ("paid_at", "ordered_at")


@dataclass(frozen=True)
class Export:
    """One platform's export: the names of each column, the most exact first, and the meaning of each state.

    With a column `part`, a line is a part of an order and has its own amounts. Without it, each line of an
    order repeats the amounts of the order.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    states: Mapping[str, str]


def _columns(**named: str) -> dict[str, tuple[str, ...]]:
    return {field: tuple(names.split()) for field, names in named.items()}


def _states(**named: str) -> dict[str, str]:
    return {state: meaning for meaning, states in named.items() for state in states.split()}


TAOBAO = Export(
    "淘宝/天猫 Taobao and Tmall",
    _columns(
        order_id="主订单编号 订单编号 订单号",
        part="子订单编号",
        buyer="买家会员名 买家会员名称 买家昵称",
        paid="买家实际支付金额 买家实付金额 实付款 实付金额 实付款(元)",
        refunded="退款金额 买家退款金额",
        state="订单状态 交易状态",
        ordered_at="订单创建时间 买家下单时间 下单时间 创建时间",
        paid_at="订单付款时间 买家付款时间 付款时间",
        completed_at="确认收货时间 交易完成时间 交易成功时间 订单完成时间",
        refunded_at="退款完结时间 退款完成时间",
        product="宝贝标题 商品标题 标题 宝贝名称 商品名称",
        product_id="商品id 宝贝id",
        price="商品价格 价格 商品单价 单价",
        shop="店铺名称 店铺名",
        shop_id="店铺id",
    ),
    _states(
        unpaid="等待买家付款 未付款 定金已付,等待买家付尾款 未创建支付宝交易",
        paid="买家已付款,等待卖家发货 卖家已发货,等待买家确认 卖家部分发货 等待卖家发货 买家已付款"
        " 卖家已发货 待发货 待收货",
        completed="交易成功 交易完成 双方已评",
        cancelled="交易关闭 付款以后用户退款成功,交易自动关闭 付款以前,卖家或买家主动关闭交易 已取消",
        refunded="退款成功",
    ),
)
JD = Export(
    "京东 JD",
    _columns(
        order_id="订单号 订单编号",
        buyer="下单帐号 下单账号 用户账号",
        paid="应付金额 实付金额 用户应付金额",
        refunded="退款金额",
        state="订单状态",
        ordered_at="下单时间",
        paid_at="付款确认时间 付款时间 支付时间",
        completed_at="订单完成时间 完成时间",
        cancelled_at="取消时间 订单取消时间",
        product="商品名称",
        product_id="商品id 商品编号 skuid",
        price="京东价 商品单价 单价",
        shop="店铺名称",
        shop_id="店铺id",
    ),
    _states(
        unpaid="等待付款 等待付款确认 待付款",
        paid="等待出库 等待发货 等待确认收货 等待收货 已出库 正在出库 锁定 暂停 待收货",
        completed="完成 已完成 订单完成",
        cancelled="已取消 取消 (删除)等待出库 (删除)锁定 (删除)暂停 (删除)等待确认收货 (删除)等待付款",
        refunded="退款成功 已退款",
    ),
)
PINDUODUO = Export(
    "拼多多 Pinduoduo",
    _columns(
        order_id="订单号 订单编号",
        buyer="买家id 用户id 买家账号",
        paid="用户实付金额(元) 用户实付金额 实付金额(元) 用户支付金额",
        refunded="退款金额(元) 退款金额",
        state="订单状态",
        after="售后状态",
        ordered_at="拼单成功时间 订单成交时间 成交时间 下单时间",
        paid_at="支付时间 付款时间",
        completed_at="确认收货时间",
        cancelled_at="取消时间",
        product="商品 商品名称",
        product_id="商品id",
        price="商品单价(元) 商品单价",
        shop="店铺名称 店铺",
        shop_id="店铺id",
    ),
    _states(
        unpaid="待支付 待付款",
        paid="待发货 待成团 拼单中 已发货,待收货 已发货,待签收 已签收 待收货",
        completed="已收货 已完成 交易成功 已评价",
        cancelled="已取消 已取消,退款成功 未发货,退款成功 已发货,退款成功 未成团,退款成功 未成交,退款成功"
        " 退款成功",
        refunded="已收货,退款成功 已签收,退款成功",
    ),
)
MEITUAN = Export(
    "美团 Meituan",
    _columns(
        order_id="订单编号 订单号 订单id",
        buyer="用户id 买家id 会员id 用户账号",
        paid="实付金额 用户实付金额 用户实付 顾客实付 顾客实付金额 用户在线支付金额 实付金额(元)",
        refunded="退款金额 退款金额(元)",
        state="订单状态 状态",
        ordered_at="下单时间 创建时间",
        paid_at="支付时间 付款时间",
        completed_at="完成时间 订单完成时间 送达时间 用户确认收货时间",
        cancelled_at="取消时间 订单取消时间",
        product="菜品信息 商品信息 菜品名称 商品名称 商品 菜品 团购名称",
        product_id="商品id 菜品id sku团单id",
        price="商品单价 菜品单价",
        shop="门店名称 商家名称 店铺名称",
        shop_id="门店id 商家id",
    ),
    _states(
        unpaid="待支付 未支付 待付款",
        paid="已支付 待接单 已接单 商家已接单 配送中 骑手已取货 已送达 待消费 未消费",
        completed="已完成 订单完成 完成 已消费 已核销",
        cancelled="已取消 订单取消 用户取消 商家取消 系统取消 已退款,未消费",
        refunded="已退款 退款成功 全额退款",
    ),
)
EXPORTS = {"taobao": TAOBAO, "tmall": TAOBAO, "jd": JD, "pinduoduo": PINDUODUO, "meituan": MEITUAN}
# Values of the column `after` for a completed refund.
GIVEN_BACK = {"退款成功", "全额退款成功", "退货退款成功", "已退款"}
