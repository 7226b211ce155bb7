"""Order exports as the bodies of the admin's routes."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from service.app import MAX_BODY
from tests.recipes.exports import JD, MEITUAN, PART, PARTS, PINDUODUO, REJECTS, TAOBAO, export
from tests.support.converting import converted
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import PersonMaker

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def convert(tmp_path: Path) -> Any:
    """`convert("jd", text)` runs the recipe on that file: returns the result, and the rows by kind."""

    def run(
        platform: str, content: str | bytes, *words: str
    ) -> tuple[Result, dict[str, list[dict[str, Any]]]]:
        file, folder = tmp_path / "export.csv", tmp_path / "bodies"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        options = ("--category", "tea", "--rejects", tmp_path / "rejects")
        result = converted("orders", "--from", platform, file, folder, *options, *words)
        rows: Rows = {}
        for body in sorted(folder.glob("*.json")):
            rows.setdefault(body.name.split("-")[0], []).extend(json.loads(body.read_bytes())["rows"])
        return result, rows

    return run


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_an_export_of_taobao_is_read_in_any_encoding_and_every_unusable_line_is_reported(
    convert: Any, tmp_path: Path, encoding: str
) -> None:
    result, rows = convert("taobao", TAOBAO.encode(encoding))
    assert (result.exit_code, (tmp_path / "rejects").read_text("utf-8")) == (3, REJECTS)
    assert rows["shops"] == [{"platform": "taobao", "external_id": "77", "name": "木禾茶舍"}]
    assert [(row["name"], row["price_fen"]) for row in rows["products"]] == [
        ("焙火乌龙茶 礼盒", 108850),
        ("小茶壶", 2000),
    ]
    orders = {row["order_id"][-2:]: row for row in rows["orders"]}
    assert sorted(orders) == ["01", "02", "04", "05"]
    assert (orders["01"]["paid_fen"], orders["01"]["completed_at"]) == (108850, "2026-03-05T01:00:00Z")
    assert orders["01"]["verified_at"] == "2026-03-01T05:00:10Z"
    assert (orders["02"]["refunded_fen"], orders["02"]["refunded_at"]) == (500, "2026-03-06T02:00:00Z")
    assert orders["04"]["cancelled_at"] == "2026-03-01T05:00:10Z"
    assert not {"completed_at", "cancelled_at", "refunded_at"} & set(orders["05"])


def test_the_platforms_own_id_is_all_that_is_written_about_buyers(convert: Any, tmp_path: Path) -> None:
    convert("taobao", TAOBAO.encode("gbk"))
    written = "".join(file.read_text("utf-8") for file in tmp_path.glob("*/*.json"))
    assert "tb_ada" in written
    output = written + (tmp_path / "rejects").read_text("utf-8")
    assert not [each for each in ("张三", "杭州", "1380000", "alipay", "t**7", "外星人") if each in output]


def test_the_admin_routes_accept_every_body(
    convert: Any, tmp_path: Path, given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(root:Admin)")
    convert("taobao", TAOBAO.encode("gbk"))
    for kind in ("shops", "products", "orders"):
        for file in sorted((tmp_path / "bodies").glob(f"{kind}-*.json")):
            answer = person("root").post(f"/v1/admin/{kind}", json.loads(file.read_bytes()))
            assert answer.status_code == 200, answer.text
    stored = cypher.rows(
        """MATCH (purchase:Purchase)-[:OF]->(product)-[:IN]->(category) ORDER BY purchase.key
        RETURN right(purchase.key, 2) AS n, purchase.paid_fen, product.name, category.id"""
    )
    assert [list(row.values()) for row in stored][:2] == [
        ["01", 108850, "焙火乌龙茶 礼盒", "tea"],
        ["02", 2000, "小茶壶", "tea"],
    ]
    assert len(stored) == 4


def test_lines_of_one_order_of_jd_are_joined_and_the_operator_names_the_shop(
    convert: Any, tmp_path: Path
) -> None:
    (tmp_path / "words.csv").write_text("保温杯,kitchen\n")
    result, rows = convert("jd", JD, "--shop", "j-9=木禾京东店", "--categories", str(tmp_path / "words.csv"))
    assert "1  lines were joined to another line of their order" in result.stdout
    assert [(row["external_id"], row["category"], row["price_fen"]) for row in rows["products"]] == [
        ("1001", "kitchen", 8900),
        ("1002", "tea", 10000),
        ("1003", "tea", 10000),
    ]
    assert rows["shops"] == [{"platform": "jd", "external_id": "j-9", "name": "木禾京东店"}]
    first, second = rows["orders"]
    assert (first["paid_fen"], first["product"]["external_id"], first["external_user_id"]) == (
        18000,
        "1001",
        "jd_ada",
    )
    assert second["cancelled_at"] == "2026-03-01T04:01:00Z"
    assert (tmp_path / "rejects").read_text("utf-8").splitlines() == [
        "export.csv:4: has another amount than an earlier line of its order",
        "export.csv:6 column 订单状态: is a state that this recipe does not know",
    ]


def test_parts_of_an_order_are_added_and_its_product_is_the_dearest(convert: Any, tmp_path: Path) -> None:
    _, rows = convert("tmall", PARTS.replace(",", "\t"))
    (order,) = rows["orders"]
    assert (order["order_id"], order["paid_fen"], order["refunded_fen"]) == ("30010001", 5000, 500)
    assert (order["product"]["name"], order["completed_at"]) == ("茶壶", "2026-03-05T04:00:00Z")
    assert order["shop"] == {"external_id": "name:木禾", "name": "木禾"}
    assert (tmp_path / "rejects").read_text("utf-8").splitlines() == [
        "export.csv:4: repeats an earlier line",
        "export.csv:5: belongs to an order with a part in a later state",
    ]


def test_exports_without_a_buyer_column_take_the_buyer_from_the_operator(convert: Any) -> None:
    result, _ = convert("pinduoduo", PINDUODUO)
    assert str(result.exception).endswith("is not an order export of 拼多多 Pinduoduo: no column for 买家id")
    result, rows = convert("pinduoduo", PINDUODUO, "--buyer", "pdd-ada")
    assert result.exit_code == 0
    assert [(row["paid_fen"], row.get("refunded_fen"), "cancelled_at" in row) for row in rows["orders"]] == [
        (2880, None, False),
        (2880, 2880, False),
        (2880, None, True),
    ]
    assert {row["external_user_id"] for row in rows["orders"]} == {"pdd-ada"}


def test_a_title_may_stand_above_the_header(convert: Any) -> None:
    result, rows = convert("meituan", MEITUAN, "--buyer", "mt-ada")
    assert result.exit_code == 0
    assert [row["paid_fen"] for row in rows["orders"]] == [2550, 2550]
    assert rows["orders"][0]["completed_at"] == "2026-03-01T04:40:00Z"


def test_files_hold_no_more_rows_than_a_route_accepts(convert: Any, tmp_path: Path) -> None:
    rows = [{"子订单编号": str(n), "主订单编号": str(30010001 + n)} for n in range(1_001)]
    convert("taobao", export(PART, *rows), "--reason", "As agreed")
    files = {file.name: file.stat().st_size for file in sorted((tmp_path / "bodies").iterdir())}
    assert list(files) == ["orders-0001.json", "orders-0002.json", "products-0001.json", "shops-0001.json"]
    last = json.loads((tmp_path / "bodies" / "orders-0002.json").read_bytes())
    assert (last["reason"], len(last["rows"])) == ("As agreed", 1)


def test_no_file_is_longer_than_a_body_may_be(convert: Any, tmp_path: Path) -> None:
    long = {"商品标题": "壶" * 120, "商品ID": "9" * 90, "店铺名称": "禾" * 80, "买家会员名": "b" * 100}
    rows = [{"子订单编号": str(n), "主订单编号": str(30010001 + n)} | long for n in range(1_000)]
    convert("taobao", export(PART, *rows))
    files = sorted((tmp_path / "bodies").glob("orders-*.json"))
    assert [file.stat().st_size < MAX_BODY for file in files] == [True, True]
    assert sum(len(json.loads(file.read_bytes())["rows"]) for file in files) == 1_000


@pytest.mark.parametrize(
    ("platform", "content", "fault"),
    [
        ("jd", TAOBAO, "export.csv:1: is not an order export of 京东 JD: no column for "),
        ("jd", JD, "no column for 店铺名称"),
        (
            "taobao",
            "name,age\nAda,36\n",
            "export.csv:1: is not an order export of 淘宝/天猫 Taobao and Tmall: no column",
        ),
        ("taobao", "", "it is empty"),
        ("taobao", b"PK\x03\x04workbook", "is an Excel workbook or a .zip; save it as CSV"),
        ("taobao", TAOBAO + '"never closed', "export.csv:17: is not CSV from here on"),
        ("taobao", "订单".encode("gbk")[:-1], "is neither UTF-8 nor GB18030"),
    ],
)
def test_another_kind_of_file_is_refused_in_one_line_and_leaves_no_folder(
    convert: Any, tmp_path: Path, platform: str, content: str | bytes, fault: str
) -> None:
    result, _ = convert(platform, content)
    assert fault in str(result.exception)
    assert "\n" not in str(result.exception)
    assert not (tmp_path / "bodies").exists()


def test_an_unknown_category_is_refused(convert: Any, tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("茶,tea\n壶,spaceships\n")
    fault = str(convert("jd", JD, "--categories", str(tmp_path / "words.csv"))[0].exception)
    assert fault == "words.csv:2: is not `word,category` with a known category"
    assert "there is no category nonsense" in str(convert("jd", JD, "--category", "nonsense")[0].exception)
