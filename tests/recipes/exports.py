"""Order exports of each platform, in the form of its web pages."""

import csv
import io


def export(head: dict[str, str], *rows: dict[str, str]) -> str:
    """A CSV with these columns; a row has only the cells that differ from those of `head`."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows((head | row).values() for row in rows)
    return text.getvalue()


BOUGHT = {
    "订单编号": "",
    "买家会员名": "tb_ada",
    "买家支付宝账号": "ada@alipay.cn",
    "总金额": "20.00",
    "买家实际支付金额": "20.00",
}
SENT = {"订单状态": "交易成功", "收货人姓名": "张三", "收货地址 ": "浙江省杭州市", "联系手机": "'13800000001"}
TIMES = {"订单创建时间": "2026-03-01 13:00:00", "订单付款时间 ": "2026-03-01 13:00:10"}
THINGS = {"宝贝标题 ": "小茶壶", "店铺Id": '="77"', "店铺名称": "木禾茶舍"}
END = {"退款金额": "0.00", "确认收货时间": "2026/3/5 9:00"}
HEAD = {**BOUGHT, **SENT, **TIMES, **THINGS, **END}


def taobao(number: int, **cells: str) -> dict[str, str]:
    return {"订单编号": f'="30010000000000000{number:02}"', **cells}


TAOBAO = (
    export(
        HEAD,
        taobao(1, 买家实际支付金额="￥1,088.50", **{"宝贝标题 ": "焙火乌龙茶 礼盒"}),
        taobao(2, 买家会员名="tb_bo", 退款金额="-5.00", 确认收货时间="2026年3月6日 10:00"),
        taobao(3, 订单状态="交易关闭", 买家实际支付金额="0.00", 确认收货时间="", **{"订单付款时间 ": ""}),
        taobao(4, 订单状态="交易关闭", 退款金额="20.00", 确认收货时间=""),
        taobao(5, 订单状态="卖家已发货，等待买家确认", 退款金额="", 确认收货时间="--"),
        taobao(6, 订单编号="3.00100000000E+18"),
        taobao(7, 买家会员名="t**7"),
        taobao(8, 买家会员名="13800000008"),
        taobao(9, 退款金额="21.00"),
        taobao(10, 订单状态="等待外星人"),
        taobao(11, 订单创建时间="2999-03-01 13:00:00"),
        taobao(2, 买家会员名="tb_other"),
        taobao(13, 确认收货时间=""),
        taobao(14, 买家实际支付金额="面议"),
    )
    + "合计,14\n"
)
REJECTS = """export.csv:4 column 订单状态: belongs to an unpaid order
export.csv:7 column 订单编号: is in scientific notation and has lost its last digits; export it as text
export.csv:8 column 买家会员名: is masked, so it identifies nobody
export.csv:9 column 买家会员名: holds phone numbers, which are not accepted
export.csv:10 column 退款金额: is more than was paid
export.csv:11 column 订单状态: is a state that this recipe does not know
export.csv:12 column 订单创建时间: is in the future
export.csv:13: has another buyer than an earlier line of its order
export.csv:14 column 确认收货时间: is empty, but the order is completed
export.csv:15 column 买家实际支付金额: is not an amount of money
export.csv:16: does not have one cell for each column
"""


JD = export(
    {
        "订单号": "310000000001",
        "商品ID": "1002",
        "商品名称": "茶叶罐",
        "下单时间": "2026-03-01 12:00:00",
        "京东价": "100.00",
        "订单金额": "189.00",
        "应付金额": "180.00",
        "订单状态": "完成",
        "下单帐号": "jd_ada",
        "客户姓名": "张三",
        "联系电话": "138****0001",
        "付款确认时间": "2026-03-01 12:01:00",
        "订单完成时间": "2026-03-04 12:00:00",
    },
    {"商品ID": "1001", "商品名称": "不锈钢保温杯 500ml", "京东价": "89.00"},
    {},
    {"商品ID": "1003", "应付金额": "170.00"},
    {"订单号": "310000000002", "订单状态": "(删除)等待出库", "订单完成时间": ""},
    {"订单号": "合计", "订单状态": ""},
)


PART = {
    "子订单编号": "1-1",
    "主订单编号": "30010001",
    "商品标题": "茶杯",
    "商品价格": "10",
    "买家会员名": "tb_ada",
    "订单状态": "交易成功",
    "买家实际支付金额": "10.00",
    "退款金额": "",
    "订单创建时间": "2026-03-01 12:00:00",
    "商品ID": "901",
    "店铺名称": "木禾",
    "确认收货时间": "2026-03-04 12:00:00",
}
POT = {"子订单编号": "1-2", "商品标题": "茶壶", "买家实际支付金额": "40.00", "退款金额": "5", "商品ID": "902"}
LATER = {"确认收货时间": "2026-03-05 12:00:00"}
CLOSED = {"子订单编号": "1-3", "订单状态": "交易关闭", "退款金额": "10", "确认收货时间": ""}
PARTS = export(PART, {}, POT | LATER, POT | LATER, CLOSED)


PINDUODUO = export(
    {
        "商品": "乌龙茶",
        "订单号": "\t260301-400000000001",
        "订单状态": "已收货",
        "用户实付金额(元)": "\t28.8",
        "收货人": "张*",
        "手机": "138****0001",
        "拼单成功时间": "\t2026-03-01 12:00:00",
        "支付时间": "\t2026-03-01 12:00:00",
        "确认收货时间": "\t2026-03-05 12:00:00",
        "商品id": "\t5001",
        "店铺名称": "木禾",
        "售后状态": "无售后或售后取消",
    },
    {},
    {"订单号": "\t260301-400000000002", "售后状态": "退款成功"},
    {"订单号": "\t260301-400000000003", "订单状态": "未发货，退款成功", "确认收货时间": "\t"},
)
MEITUAN = "美团外卖订单明细\n" + export(
    {
        "订单编号": "8001234567890",
        "门店名称": "阿禾面馆",
        "门店id": "9001",
        "下单时间": "2026-03-01 12:00:00",
        "完成时间": "2026-03-01 12:40:00",
        "菜品信息": "牛肉面*1",
        "实付金额": "￥25.5",
        "订单状态": "订单完成",
    },
    {},
    {"订单编号": "8001234567891", "完成时间": "", "订单状态": "用户取消"},
)
