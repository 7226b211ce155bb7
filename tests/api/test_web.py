"""The page and its files over HTTP."""

import base64
import gzip
import re
from hashlib import sha256

from flask import Flask

from service.api.http.site import Site


def addresses(app: Flask) -> list[str]:
    """Every file that the page names."""
    return re.findall(r'(?:href|src)="(/web/[^"]+)"', app.test_client().get("/").get_data(as_text=True))


def test_the_page_runs_no_script_but_files_from_here_and_its_import_map(app: Flask) -> None:
    page = app.test_client().get("/")
    inline = re.findall(r"<script(?![^>]*src=)[^>]*>(.*?)</script>", page.get_data(as_text=True), re.DOTALL)
    digests = [base64.b64encode(sha256(text.encode()).digest()).decode() for text in inline]
    policy = page.headers["Content-Security-Policy"]
    assert len(digests) == 1
    assert f"script-src 'self' 'sha256-{digests[0]}';" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy


def test_every_file_the_page_names_is_there_to_keep_for_ever(app: Flask) -> None:
    client = app.test_client()
    assert len(addresses(app)) > 10
    for address in addresses(app):
        got = client.get(address)
        assert got.status_code == 200, address
        assert "immutable" in got.headers["Cache-Control"]
        assert got.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_is_compressed_for_who_can_read_it(app: Flask) -> None:
    client, address = app.test_client(), next(each for each in addresses(app) if "pico" in each)
    plain, small = client.get(address), client.get(address, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(small.data) == plain.data
    assert small.headers["Vary"] == "Accept-Encoding"
    assert len(small.data) * 4 < len(plain.data)


def test_a_file_answers_under_no_other_address(app: Flask) -> None:
    client, address = app.test_client(), addresses(app)[0]
    digit = "1" if address[10] == "0" else "0"
    for other in (address[:10] + digit + address[11:], "/web/../settings.py", "/web/web.lock"):
        assert client.get(other).status_code == 404


def test_the_page_is_asked_for_again_and_not_sent_again(app: Flask) -> None:
    client = app.test_client()
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.headers["Cache-Control"], again.status_code, again.data) == ("no-cache", 304, b"")


def test_the_worker_keeps_files_that_exist(app: Flask) -> None:
    client = app.test_client()
    text = client.get("/sw.js").get_data(as_text=True)
    files = re.findall(r'"(/[^"]*)"', text.splitlines()[0])
    assert "/" in files
    assert len(files) == len(set(files))
    assert {client.get(file).status_code for file in files} == {200}
    assert [file for file in files if "/consoles/" in file or "/words/console." in file] == []


def test_another_file_makes_another_address(app: Flask) -> None:
    first, second = Site({}, "aa/", "bb/", "{}"), Site({}, "aa/", "cc/", "{}")
    assert first.version != second.version
