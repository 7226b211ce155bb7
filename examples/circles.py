# %% [markdown]
# # Three pictures of the analysts' copy
# Run `circle explore snapshot`, then `circle explore serve` in another terminal. Then run this file cell by
# cell in a notebook that knows `# %%` (VS Code, Jupytext), or as a whole with
# `.venv/bin/python examples/circles.py FOLDER`. It needs the packages of requirements-explore.lock.

# %%
"""Three pictures of the analysts' copy: friends and sharers, the use of claims, the journeys of products."""

import json
import os
import sys
from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
import neo4j
import pandas as pd

mpl.use("agg")
import matplotlib.pyplot as plt

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
HOME = Path(os.environ.get("CIRCLE_HOME", ".circle"))
INK, BLUE, ORANGE, GREEN = "#222222", "#0072B2", "#E69F00", "#009E73"

# %% [markdown]
# A file that only its owner can read has the copy's address; `circle explore serve` prints the same.

# %%
SERVED = json.loads((HOME / "copy" / "served.json").read_text("utf-8"))
DRIVER = neo4j.GraphDatabase.driver(SERVED["bolt"], auth=(SERVED["user"], SERVED["password"]))


def frame(query: str, **parameters: object) -> pd.DataFrame:
    """The answer of the copy as a data frame."""
    return DRIVER.execute_query(
        query, parameters, routing_="r", result_transformer_=neo4j.Result.to_df, database_="neo4j"
    )


def picture(table: pd.DataFrame, kind: str, *, legend: dict[str, object], **look: object) -> plt.Axes:
    """The table as a picture of that kind; an empty table gives a picture that says so."""
    if table.empty:
        axes = plt.figure().add_subplot(xticks=[], yticks=[])
        axes.text(0.5, 0.5, "too little data in this copy", ha="center", transform=axes.transAxes)
        return axes
    axes = table.plot(kind=kind, **look)
    axes.legend(frameon=False, **legend)
    return axes


def keep(name: str) -> None:
    """Save the picture, and start a new one."""
    plt.savefig(FOLDER / name, dpi=100)
    plt.close()
    print(FOLDER / name)


plt.rcParams.update(
    {
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlelocation": "left",
        "axes.titlesize": 11,
        "figure.figsize": (8, 4.5),
        "figure.constrained_layout.use": True,
        "text.color": INK,
    }
)

# %% [markdown]
# ## How many friends do people have, and who shares?

# %%
people = frame("""
MATCH (one:User)
RETURN COUNT { (one)-[:FRIEND]-() } AS friends, EXISTS { (one)-[:PUBLISHED]->(:Share) } AS shares
""")
starts = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 50, 75, 100, 200, 500]
names = ["0", *(f"{one}–{after - 1}" for one, after in pairwise(starts[1:])), f"{starts[-1]}+"]
people["group"] = pd.cut(people["friends"], [*starts, 1_000_000], right=False, labels=names)
groups = people.groupby("group", observed=True)["shares"].agg(["size", "sum"])
both = pd.DataFrame({"share": groups["sum"], "share nothing": groups["size"] - groups["sum"]})
axes = picture(both, "bar", legend={}, stacked=True, width=0.8, color=[ORANGE, BLUE], rot=0)
axes.set(title="People by number of friends, and sharers among them", xlabel="friends", ylabel="people")
keep("friends.png")

# %% [markdown]
# ## How many claims are used, month by month?

# %%
claims = frame("""
MATCH (claim:Claim)
RETURN claim.claimed_at AS day, EXISTS { (claim)<-[:REDEEMED]-() } AS used, claim.degree AS degree
""")
claims["month"] = pd.to_datetime(claims["day"].astype(str)).dt.to_period("M").astype(str)
claims["near"] = claims["degree"].map({1: "friends", 2: "friends of friends"}).fillna("followed, or sent to")
months = claims.groupby(["month", "near"])["used"].agg(["size", "sum"])
months["percent"] = 100 * months["sum"] / months["size"]
enough = months.loc[months["size"] >= 20, "percent"]  # a percentage of few claims means little
percent = enough.unstack().dropna(axis=1, thresh=2)
colours = {"friends": BLUE, "friends of friends": ORANGE, "followed, or sent to": GREEN}
axes = picture(percent, "line", legend={"title": None}, color=colours, marker="o", markersize=4)
axes.set(title="Used claims, by the tie to the sharer", xlabel="claimed in", ylabel="percent used")
axes.set_ylim(bottom=0)
axes.grid(color="#DDDDDD", linewidth=0.6)
keep("used.png")

# %% [markdown]
# ## How far do the products of a category travel?
# In a journey, a purchase earns a coupon, a friend buys with it, and so on.

# %%
journeys = frame("""
MATCH (first:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
WHERE NOT EXISTS { (first)-[:REDEEMED]->() }
OPTIONAL MATCH path = (first)(()-[:EARNED]->()<-[:OFFERS]-()<-[:FROM]-()<-[:REDEEMED]-()){1,10}(:Purchase)
WITH first, category.name_en AS category, coalesce(max(length(path) / 4), 0) AS hops
RETURN category, hops, count(*) AS journeys
""")
table = journeys.pivot_table("journeys", "category", "hops", fill_value=0)
share = (100 * table.div(table.sum(axis=1), axis=0)).drop(columns=0, errors="ignore").iloc[:, :5]
share = share.assign(all=share.sum(axis=1)).sort_values("all").drop(columns="all").tail(12)
passed = {"title": "passed on", "loc": "lower right"}
axes = picture(share, "barh", legend=passed, stacked=True, width=0.8, cmap="viridis")
axes.set(
    title="First purchases that led to more, by number of further purchases",
    xlabel="percent of first purchases",
)
axes.set_ylabel("")
keep("journeys.png")
DRIVER.close()
