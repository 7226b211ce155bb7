"""The files of the LDBC SNB test set as a circle."""

import json
from pathlib import Path

from service.graph.client import Graph
from service.graph.seeds import load as seeds
from tests.support.converting import converted, rows
from tests.support.cypher import Cypher

NOTE = "About Rumi, whose verses have been read for eight hundred years"
FILES = {
    "person": """id|firstName|lastName|gender|birthday|creationDate|locationIP|browserUsed|language|email
1|José|Alonso|male|558921600000|1284620040602|196.1.135.241|Chrome|es;en|jose@example.com
2|Chong|Zhang|male|411868800000|1276431272690|1.4.40.92|Chrome|zh;en|chong@example.com
3|Cam|Loan|female|392428800000|2010-07-19T11:19:20.679+0000|101.96.12.162|Firefox|vi;en|cam@example.com
4|Far|Away|female|392428800000|1279541160679|101.96.12.163|Firefox|vi|far@example.com
""",
    "person_knows_person": """Person.id|Person.id|creationDate
1|2|1284620050000
2|3|1284620050000
3|9|1284620050000
""",
    "post": f"""id|imageFile|creationDate|locationIP|browserUsed|language|content|length
100||1284700000000|196.1.135.241|Chrome|en|{NOTE}|63
101|photo.jpg|1284700000001|196.1.135.241|Chrome|||0
102||1284700000002|196.1.135.241|Chrome|en|{NOTE}|63
""",
    "post_hasCreator_person": "Post.id|Person.id\n100|1\n101|1\n102|1\n",
    "post_hasTag_tag": "Post.id|Tag.id\n100|7\n100|8\n101|7\n",
    "tag": "id|name|url\n7|Jalal_ad-Din_Rumi|http\n8|Other|http\n",
    "tag_hasType_tagclass": "Tag.id|TagClass.id\n7|70\n8|70\n",
    "tagclass": "id|name|url\n70|OfficeHolder|http\n",
    "person_likes_post": """Person.id|Post.id|creationDate
2|100|1284700001000
3|100|1284700002000
4|100|1284700003000
1|100|1284700004000
3|100|1284700005000
2|100|1284600000000
2|101|1284700006000
""",
}


def test_posts_become_shares_and_likes_by_people_in_sight_become_claims_and_the_loader_accepts_all(
    tmp_path: Path, graph: Graph, cypher: Cypher
) -> None:
    source = tmp_path / "ldbc"
    source.mkdir()
    for name, text in FILES.items():
        (source / f"{name}.csv").write_text(text, "utf-8")
    folder = tmp_path / "circle"
    result = converted("ldbc", source, folder, "--rejects", tmp_path / "rejects")
    assert result.exit_code == 3, result.output
    assert (tmp_path / "rejects").read_text("utf-8").splitlines() == [
        "person_knows_person.csv:4: names a person who is not in person.csv",
        "post.csv:3 column content: is not a note of 20 to 2,000 characters",
        "post.csv:4: has no known author, tag or class of its tag",
        "person_likes_post.csv:4: likes a post by an author outside the person's circle at that time",
        "person_likes_post.csv:5: likes the person's own post",
        "person_likes_post.csv:6: repeats an earlier line",
        "person_likes_post.csv:7: likes a post before its publication",
        "person_likes_post.csv:8: likes a post that became no share",
    ]
    written = "".join(file.read_text("utf-8") for file in folder.iterdir())
    assert not [secret for secret in ("@example", "196.1", "558921", "Chrome") if secret in written]
    assert [row["locale"] for row in rows(folder / "user.csv")] == ["en", "zh", "en", "en"]
    assert json.loads((folder / "seed.json").read_text("utf-8")) == {
        "name": "circle",
        "anchor": "2010-09-17T00:00:00Z",
    }
    seeds.load(graph, folder)
    claimed = cypher.rows(
        """MATCH (user:User)-[:CLAIMED]->(claim)-[:FROM]->(share)<-[:PUBLISHED]-(by:User)
        MATCH (share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop), (by)-[:MADE]->(:Purchase)-[:OF]->(product)
        RETURN user.handle, claim.degree, claim.mutual_count, by.handle, shop.name, product.name, share.note
        ORDER BY user.handle"""
    )
    shared = ["jose_1", "Office Holder", "Jalal ad-Din Rumi", NOTE]
    assert [list(row.values()) for row in claimed] == [["cam_3", 2, 1, *shared], ["chong_2", 1, 0, *shared]]
    (tmp_path / "edges.txt").write_text("11 12\n12 15\n")
    converted("edges", tmp_path / "edges.txt", tmp_path / "edges")
    assert seeds.load(graph, tmp_path / "edges", dry_run=True).counts == {"user": 3, "user-FRIEND-user": 2}


def test_another_kind_of_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "circle"
    assert "there is no person.csv" in str(converted("ldbc", tmp_path, folder).exception)
    (tmp_path / "person.csv").write_text("name,age\nAda,36\n")
    assert "person.csv:1: is not a file of LDBC SNB" in str(converted("ldbc", tmp_path, folder).exception)
