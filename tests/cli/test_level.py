"""`circle level`: one person's ledger and level for an operator."""

from click.testing import CliRunner

from service.cli.level import level
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given

MOVES = """
MATCH (ada:User {id: 'ada'})
CREATE (ada)-[:MOVED]->(:LevelMove {
    id: 'up', from: 0, to: 1, reason: 'earned', at: datetime('2029-12-30T09:08:07.123456Z')}),
  (ada)-[:MOVED]->(:LevelMove {
    id: 'down', from: 1, to: 0, reason: 'low_score', noticed_at: datetime('2029-12-31T09:08:07.123456Z')})
"""


def test_an_operator_sees_the_reasons_for_a_level(
    given: Given, cypher: Cypher, environment: dict[str, str]
) -> None:
    given("(ada)", shares={"ada": "kettle lamp"})
    long_ago = {"occurred_at": NOW - 3660 * DAY, "matures_at": NOW - 3650 * DAY}
    given.xp("ada", "pub:ada-kettle-coupon", "publish", 10, share="ada-kettle", **long_ago)
    voided = {"voided_at": NOW - 2 * DAY, "void_reason": "removed"}
    given.xp("ada", "pub:ada-lamp-coupon", "publish", 10, share="ada-lamp", **voided)
    cypher.rows(MOVES)
    runner = CliRunner(env={**environment, "COLUMNS": "160"})
    shown = runner.invoke(level, ["ADA"])
    assert shown.exit_code == 0, shown.output
    assert "level 0 新友 (New friend), 10 experience in all" in shown.output
    assert "pub:ada-kettle-coupon" in shown.output
    assert "removed" in shown.output
    assert " 2029-12-30 09:08 UTC " in shown.output
    assert " notice 2029-12-31 09:08 UTC " in shown.output
    nobody = runner.invoke(level, ["nobody"])
    assert (nobody.exit_code, nobody.output) == (1, "Error: No account has the handle nobody.\n")
