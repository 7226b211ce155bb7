"""The documents name what exists."""

import re

from service.settings import ROOT, VARIABLES, from_env

DOCUMENTS = (
    "README.md",
    "README.zh.md",
    "ARCHITECTURE.md",
    "cypher/README.md",
    "seeds/README.md",
    "bench/README.md",
    "docs/explore.md",
)


def test_the_example_environment_lists_every_setting_with_its_default() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    listed = dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    assert set(listed) == set(VARIABLES)
    plain = from_env({})
    written = from_env({name: value for name, value in listed.items() if name != "CIRCLE_HOME"})
    assert written == plain


def test_the_documents_name_files_that_exist() -> None:
    for document in DOCUMENTS:
        text = (ROOT / document).read_text("utf-8")
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert ((ROOT / document).parent / link).exists(), f"{document} links to {link}"


def test_every_block_of_code_in_the_documents_is_closed() -> None:
    for document in DOCUMENTS:
        fences = re.findall(r"^```(.*)$", (ROOT / document).read_text("utf-8"), re.M)
        assert len(fences) % 2 == 0, document
        assert not any(fences[1::2]), document


def test_the_makefile_lists_its_commands() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert {"help", "run", "test", "check", "bench", "seed"} <= set(
        re.findall(r"^([a-z]+):.*## ", text, re.M)
    )
