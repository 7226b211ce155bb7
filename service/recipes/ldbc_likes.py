"""Likes of an LDBC SNB folder as claims, if the person could see the share at that time."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from service.recipes.ldbc_files import Files
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import SeedFolder

USE_DAYS = timedelta(days=14)
Since = Mapping[str, Mapping[str, datetime]]


@dataclass(frozen=True, slots=True)
class Shared:
    """A post that became a share."""

    author: str
    at: datetime
    quota: int


def convert(
    files: Files, out: SeedFolder, rejects: Rejects, since: Since, shares: Mapping[str, Shared]
) -> None:
    """Write claim.csv; `since` holds each friendship and its start."""
    taken: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for row in files.rows("person_likes_post", "Person.id", "Post.id", "creationDate"):
        with files.noting(row, rejects):
            person, post, at = row["Person.id"], row["Post.id"], row.at("creationDate")
            share = shares.get(post)
            near = share and _nearness(since, person, share.author, at)
            if fault := _fault(share, person, at, taken[post]):
                rejects.add(row.place, fault)
            elif not near:
                rejects.add(row.place, "likes a post by an author outside the person's circle at that time")
            elif (person, post) in seen:
                rejects.add(row.place, "repeats an earlier line")
            else:
                seen.add((person, post))
                taken[post] += 1
                ids = {"id": f"like-{person}-{post}", "code": f"like-{person}-{post}"}
                times = {"claimed_at": at, "use_by": at + USE_DAYS}
                out.write("claim", user=person, share=f"post-{post}", **ids, **times, **near)


def _fault(share: Shared | None, person: str, at: datetime, taken: int) -> str | None:
    if not share:
        return "likes a post that became no share"
    if person == share.author:
        return "likes the person's own post"
    if at < share.at:
        return "likes a post before its publication"
    return "likes a post after all its copies were taken" if taken >= share.quota else None


def _nearness(since: Since, person: str, author: str, at: datetime) -> dict[str, Any] | None:
    """How the two were connected at that instant (friends, or friends of a friend), or None."""
    mine, theirs = since.get(person, {}), since.get(author, {})
    mutual = sum(max(mine[each], theirs[each]) <= at for each in mine.keys() & theirs.keys())
    if author in mine and mine[author] <= at:
        return {"degree": 1, "via": "friend", "friends_since": mine[author], "mutual_count": mutual}
    return {"degree": 2, "via": "circle", "mutual_count": mutual} if mutual else None
