"""The assumptions behind the safety check of a giveaway, for its reviewers."""

from service.api.problems.problem import language
from service.graph.client import Row

_ASSUMPTION = {
    "en": "We assume that each extra account with its own device, payment and address costs at least "
    "{account_fen} fen and a wait. Buying from yourself loses {lost_percent}% of each order; "
    "the smallest order is {order_fen} fen. Before anyone enters, we assume that {turnout_percent}% of the "
    "{able} eligible people will. Costs are lower bounds, gains are upper bounds.",
    "zh": "假设：每多一个拥有独立设备、支付方式和地址的账号，至少花费 {account_fen} 分并需等待；"
    "自买自卖者每单损失 {lost_percent}%，每单至少 {order_fen} 分；"
    "尚无报名数据时，按可参加的 {able} 人中有 {turnout_percent}% 参加计算。成本取下限，收益取上限。",
}


def assumption(safety: Row) -> str:
    """The assumptions in the language of this request, with the numbers of `safety`."""
    return _ASSUMPTION[language()].format_map(safety)
