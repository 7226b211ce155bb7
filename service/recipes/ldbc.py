"""The files of the LDBC SNB test set as a circle: posts become shares, likes become claims.

A person becomes a user; `knows` becomes a friendship with the same start. A post with a tag and enough text
becomes a share: its first tag is the product, the tag's class is the shop, its author the earlier buyer.
A like becomes a claim if the person could see the share then. Nothing reads addresses, birthdays or e-mails.
"""

import re
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

from service.recipes import ldbc_likes
from service.recipes.circles import Friendships
from service.recipes.ldbc_files import Files, Row
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import SeedFolder, Unfit, rule

DAY = timedelta(days=1)
PLATFORM = "other"
PRICE_FEN = 20_000
QUOTA = 30  # what the highest level may give
CLAIM_DAYS = 365
PROGRAM = {
    "kind": "percent",
    "value": 10,
    "max_off_fen": 5_000,
    "min_spend_fen": 0,
    "currency": "CNY",
    "quota": QUOTA,
    "claim_days": CLAIM_DAYS,
    "use_days": 14,
    "hero_only": False,
    "restore": True,
}
LONGEST_NAME = 40


def convert(folder: Path, out: SeedFolder, rejects: Rejects, *, category: str) -> datetime:
    """Write the seed files; returns the last instant in the data. Raises BadSource for missing files."""
    conversion = _Conversion(Files(folder), out, rejects, category)
    conversion.people()
    conversion.friendships()
    conversion.posts()
    ldbc_likes.convert(conversion.files, out, rejects, conversion.since, conversion.shares)
    return conversion.files.latest


class _Conversion:
    def __init__(self, files: Files, out: SeedFolder, rejects: Rejects, category: str) -> None:
        self.files, self.out, self.rejects, self.category = files, out, rejects, category
        self.joined: dict[str, datetime] = {}
        self.since: dict[str, dict[str, datetime]] = {}
        self.shares: dict[str, ldbc_likes.Shared] = {}
        self.written: set[str] = set()

    def people(self) -> None:
        for row in self.files.rows("person", "id", "firstName", "lastName", "creationDate", "language"):
            with self.files.noting(row, self.rejects):
                self.write_person(row)

    def write_person(self, row: Row) -> None:
        name = " ".join(f"{row['firstName']} {row['lastName']}".split())[:LONGEST_NAME].strip()
        joined = row.at("creationDate")
        if row["id"] in self.joined:
            raise Unfit("id", "repeats an earlier line")
        self.out.write(
            "user",
            id=row["id"],
            handle=_handle(row["firstName"], row["id"]),
            display_name=name,
            locale="zh" if "zh" in row["language"].split(";") else "en",
            created_at=joined,
            bridge="counted",
            discoverable=True,
        )
        self.joined[row["id"]] = joined

    def friendships(self) -> None:
        friends = Friendships(self.out, self.rejects)
        for row in self.files.rows("person_knows_person", "Person.id", "Person.id 2", "creationDate"):
            one, other = row["Person.id"], row["Person.id 2"]
            if one not in self.joined or other not in self.joined:
                self.rejects.add(row.place, "names a person who is not in person.csv")
                continue
            with self.files.noting(row, self.rejects):
                since = row.at("creationDate")
                if friends.add(row.place, one, other, since):
                    self.since.setdefault(one, {})[other] = since
                    self.since.setdefault(other, {})[one] = since

    def posts(self) -> None:
        authors = self.files.pairs("post_hasCreator_person", "Post.id", "Person.id")
        tags = self.files.pairs("post_hasTag_tag", "Post.id", "Tag.id")
        names = self.files.pairs("tag", "id", "name")
        classes = self.files.pairs("tag_hasType_tagclass", "Tag.id", "TagClass.id")
        shops = self.files.pairs("tagclass", "id", "name")
        least, most = rule("note_min"), rule("note_max")
        for row in self.files.rows("post", "id", "creationDate", "content"):
            note = " ".join(row["content"].split())
            author, tag = authors.get(row["id"]), tags.get(row["id"])
            shop = classes.get(tag or "")
            if row["id"] in self.shares:
                self.rejects.add(row.place, "repeats an earlier line", "id")
            elif not least <= len(note) <= most:
                self.rejects.add(row.place, f"is not a note of {least} to {most:,} characters", "content")
            elif author not in self.joined or not tag or tag not in names or shop not in shops:
                self.rejects.add(row.place, "has no known author, tag or class of its tag")
            else:
                with self.files.noting(row, self.rejects):
                    self.trade(shop, shops[shop], tag, names[tag])
                    self.share(row, note, author, shop, f"tag-{tag}")

    def trade(self, shop: str, shop_name: str, tag: str, tag_name: str) -> None:
        """Write the shop of a class and the product of a tag, each once."""
        if shop not in self.written:
            self.written.add(shop)
            ids = {"platform": PLATFORM, "external_id": f"tagclass-{shop}"}
            self.out.write("shop", id=f"shop-{shop}", name=_words(shop_name, 80), **ids)
            start = min(self.joined.values()) - 30 * DAY
            of_shop = {"id": f"program-{shop}", "shop": f"shop-{shop}", "starts_at": start}
            self.out.write("program", **of_shop, **PROGRAM)
        if f"tag {tag}" not in self.written:
            self.written.add(f"tag {tag}")
            price = {"price_fen": PRICE_FEN, "currency": "CNY", "name": _words(tag_name, 120)}
            about = {"shop": f"shop-{shop}", "category": self.category, "external_id": f"tag-{tag}"}
            self.out.write("product", id=f"tag-{tag}", **about, **price)

    def share(self, row: Row, note: str, author: str, shop: str, product: str) -> None:
        """Write purchase, coupon and share: bought up to three days before the post, completed with it."""
        at, key = row.at("creationDate"), row["id"]
        bought = min(at, max(self.joined[author], at - 3 * DAY))
        things = {"user": author, "shop": f"shop-{shop}", "product": product, "order_id": f"post-{key}"}
        paid = {"paid_fen": PRICE_FEN, "currency": "CNY", "evidence": "import"}
        times = {"recorded_at": bought, "verified_at": bought, "completed_at": at}
        self.out.write("purchase", id=f"order-{key}", **things, **paid, **times)
        until = at + CLAIM_DAYS * DAY
        ends = {"earned_at": at, "claim_by": until, "use_until": until + 30 * DAY}
        program = {"program": f"program-{shop}", "quota": QUOTA}
        self.out.write("coupon", id=f"coupon-{key}", purchase=f"order-{key}", **program, **ends)
        said = {"note": note, "audience": "circle", "published_at": at, "ad_label": True}
        self.out.write("share", id=f"post-{key}", coupon=f"coupon-{key}", **said)
        self.shares[key] = ldbc_likes.Shared(author, at, QUOTA)


def _handle(first: str, key: str) -> str:
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
    return f"{re.sub('[^a-z]', '', plain)[:12] or 'person'}_{key}"


def _words(name: str, most: int) -> str:
    parted = re.sub("(?<=[a-z])(?=[A-Z])", " ", name.replace("_", " "))
    return " ".join(parted.split())[:most].strip()
