"""The problem codes of the analysts' copy; a part of `service/api/problems/codes.py`."""

from service.api.problems.code import Code

COPY = {
    "copy_not_served": Code(
        503,
        "There is no copy of the graph to query: an operator runs `circle explore snapshot`, then "
        "`circle explore serve`.",
        "目前没有可查询的图副本：请管理员运行 `circle explore snapshot`，再运行 `circle explore serve`。",
    ),
    "copy_busy": Code(
        503, "The copy is busy with other queries; try again shortly.", "副本正忙，请稍后重试。"
    ),
    "cypher_refused": Code(
        422,
        "Only read-only queries may run, not {word}[ (at character {at})]. Put a name that is also a "
        "Cypher keyword in backticks.",
        "只能读取副本，不允许 {word}[（第 {at} 个字符）]；与 Cypher 关键字同名的名称请放在反引号里。",
    ),
    "cypher_wrong": Code(
        422,
        "The query cannot be planned[ (line {line}, column {column})]: {message}",
        "无法执行该查询[（第 {line} 行第 {column} 列）]：{message}",
    ),
    "cypher_failed": Code(422, "The query failed while it ran: {reason}.", "查询运行时出错：{reason}。"),
    "cypher_too_slow": Code(422, "The query took longer than {limit} seconds.", "查询超过了 {limit} 秒。"),
    "cypher_too_large": Code(
        422,
        "The query needs too much memory, or a row is larger than {limit} bytes.",
        "查询占用内存过多，或单行超过 {limit} 字节。",
    ),
}
