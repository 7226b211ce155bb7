"""The rules of the browser client that need no browser."""

import json
import re
from pathlib import Path

import pytest

from service.settings import ROOT

WEB = ROOT / "service" / "web"
MODULES = sorted(WEB.rglob("*.js"))
CODE = [file for file in MODULES if file.parent.name != "words"]
LONGEST_FILE = 200
# Makes a library's one text assignment harmless, so it has to name the property it replaces.
HARMLESS = 'Object.defineProperty(host, "innerHTML", { set: () => host.replaceChildren() })'


def words(language: str) -> dict[str, str]:
    """The texts of one language, the consoles' too; a key that stands twice fails."""
    texts = [(WEB / "words" / f"{name}{language}.js").read_text("utf-8") for name in ("", "console.")]
    lines = [line for text in texts for line in text.splitlines()]
    pairs = re.findall(r'^  (\w+): (".*"),$', "\n".join(lines), re.MULTILINE)
    assert len({key for key, _ in pairs}) == len(pairs)
    assert len(pairs) == len([line for line in lines if line.startswith("  ") and "//" not in line[:5]])
    return {key: json.loads(value) for key, value in pairs}


def test_both_languages_have_the_same_texts_with_the_same_facts() -> None:
    english, chinese = words("en"), words("zh")
    assert list(english) == list(chinese)
    # a discount is counted the other way round in Chinese: 10% off is 9折
    facts = {
        key: (set(re.findall(r"{(\w+)}", english[key])), set(re.findall(r"{(\w+)}", chinese[key])))
        for key in english
    }
    assert {key: both for key, both in facts.items() if both[0] != both[1]} == {
        "off_percent": ({"percent"}, {"zhe"})
    }


def test_every_text_is_used_and_every_used_text_exists() -> None:
    code = "\n".join(file.read_text("utf-8") for file in CODE)
    used = set(re.findall(r'\bt\(\s*"(\w+)"', code))
    named = set(re.findall(r'"(\w+)"', code))
    assert used - set(words("en")) == set()
    assert set(words("en")) - named == set()


def test_no_text_for_people_hides_in_the_code() -> None:
    chinese = {
        file.name: re.findall(r"[\u4e00-\u9fff]+", re.sub(r"//.*", "", file.read_text("utf-8")))
        for file in CODE
    }
    # the API's name of a way to open a coupon
    assert {name: texts for name, texts in chinese.items() if texts} == {"opening.js": ["口令"]}


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.name)
def test_a_module_is_short_says_what_it_is_for_and_makes_no_html_of_text(file: Path) -> None:
    text = file.read_text("utf-8").replace(HARMLESS, "")
    assert len(text.splitlines()) <= LONGEST_FILE
    assert text.startswith("// ")
    assert not re.search(
        r"unsafe(HTML|Static|SVG)|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text
    )
    assert not re.search(r'style="|<style|on\w+="', text)


def test_every_category_has_a_name() -> None:
    rows = (ROOT / "seeds" / "rules" / "category.csv").read_text("utf-8").splitlines()[1:]
    ids = {row.split(",")[0] for row in rows}
    categories = set(re.findall(r"(\w+): \"kind_\w+\"", (WEB / "parts" / "categories.js").read_text("utf-8")))
    assert categories == ids
