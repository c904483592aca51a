# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The bench sends what a browser would send, or its times are of nothing."""

from bench.forms import form_of, links_in, token_of
from bench.load import Timing

PAGE = """
<header><a href="/persone/OUTSIDE1/">x</a></header>
<form method="get"><input name="q" value="elsewhere"></form>
<main><form method="post" data-quick-entry>
<input type="hidden" name="csrfmiddlewaretoken" value="secret">
<input name="headcount" value="3"><input type="checkbox" name="first"><input type="checkbox" name="again" checked>
<select name="kind"><option value="a">A</option><option value="b" selected>B</option></select>
<select name="role"><option value="client">C</option></select><textarea name="note">x</textarea>
<input type="submit" name="close" value="1"><input name="off" value="1" disabled>
</form>
<a href="/persone/ABCD2345/">a</a><a href="/persone/ABCD2345/">a</a><a href="/registro/?a=1&amp;b=2">b</a></main>
"""


def test_a_form_is_sent_as_it_stands() -> None:
    assert form_of(PAGE, "data-quick-entry") == [
        ("headcount", "3"),
        ("again", "on"),
        ("kind", "b"),
        ("role", "client"),
        ("note", ""),
    ]
    assert token_of(PAGE) == "secret"


def test_links_are_those_of_the_main_part_each_once() -> None:
    assert links_in(PAGE, r"/persone/[0-9A-Z]{8}/") == ["/persone/ABCD2345/"]
    assert links_in(PAGE, r"/registro/.*") == ["/registro/?a=1&b=2"]


def test_timings_are_told_in_milliseconds() -> None:
    assert Timing.of([0.1] * 19 + [0.9]) == Timing(median=100.0, p95=900.0, requests=20)
