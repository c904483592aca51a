# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ponte.register.indicators import render
from ponte.register.indicators.sentences import SentenceError, parse
from ponte.register.measures import Definition, Result, Row, suppress

HOURS = Result(
    Definition("hours", by=("language",)),
    53,
    (Row(("zho",), 32), Row(("ron",), 5), Row(("rus",), 1), Row((None,), 0.5)),
)


def test_the_sentence_reads_as_the_network_has_always_written_it() -> None:
    """Coordinators would otherwise retype the report."""
    template = (
        "Nel {anno} sono state erogate n. {totale} {totale|ora|ore} di mediazione, così suddivise: "
        "{dettaglio:n. {valore} {valore|ora|ore} {nome}}."
    )
    assert render(template, HOURS, period="2021") == (
        "Nel 2021 sono state erogate n. 53 ore di mediazione, così suddivise: "
        "n. 32 ore cinese, n. 5 ore romeno, n. 1 ora russo, n. 0,5 ore non indicato."
    )


def test_names_follow_the_language_of_the_screen() -> None:
    """The English report of an Italian register would otherwise name languages in Italian."""
    with translation.override("en"):
        assert render("{dettaglio; :{nome}}", HOURS, period="").startswith("Chinese; Romanian; Russian; not given")


def test_a_share_is_said_in_percent_and_large_figures_are_grouped() -> None:
    """0.6571 persone would be read as an error."""
    share = Result(Definition("share", of="education", value="degree"), 0.6571, people=70)
    assert render("il {totale} è laureato", share, period="") == "il 66% è laureato"
    assert render("{totale}", Result(Definition("people"), 12345), period="") == "12.345"


def test_a_withheld_figure_says_so_instead_of_a_number() -> None:
    """A sentence must not give away what its table withholds, nor print None."""
    few = Result(Definition("people", by=("sex",)), 30, (Row(("F",), 28), Row(("M",), 2)))
    assert render("{dettaglio:{valore} {nome}}", suppress(few), period="") == "non mostrato donna, non mostrato uomo"


def test_a_withheld_breakdown_is_not_said_to_be_empty() -> None:
    rows = tuple(Row((key,), 1) for key in ("AL", "BD", "CN", "EG", "PE"))
    five = suppress(Result(Definition("people", by=("citizenship",)), 5, rows))
    assert render("{totale} persone: {dettaglio:{valore} {nome}}", five, period="") == "5 persone: non mostrato"


def test_two_braces_write_one() -> None:
    assert render("{{anno}} = {anno}", HOURS, period="2021") == "{anno} = 2021"


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ("n. {totali}", "{totali}"),
        ("{nome}", "{nome}"),
        ("{dettaglio:{anno}}", "{anno}"),
        ("{anno", "{anno"),
        ("anno}", "«}»"),
        ("{dettaglio:{valore}", "{dettaglio:"),
        ("{totale|ora}", "{totale|ora}"),
        ("{anno|a|b}", "{anno|a|b}"),
        ("{}", "{}"),
        ("{totale.__class__}", "{totale.__class__}"),
        ("{dettaglio}", "{dettaglio}"),
    ],
)
def test_a_template_that_cannot_be_understood_is_refused_by_naming_what_is_wrong(template: str, names: str) -> None:
    """A coordinator finds the slip on saving, not in the printed report."""
    with pytest.raises(SentenceError) as refusal:
        parse(template)
    assert names in str(refusal.value)


pieces = st.one_of(
    st.text(max_size=5),
    st.sampled_from(["{", "}", "{{", "}}", "{anno}", "{totale|a|b}", "{dettaglio:", "{nome}", "|", ":"]),
)
rows = st.lists(
    st.builds(Row, st.tuples(st.sampled_from(["zho", "xx", "", None])), st.sampled_from([None, 0, 1, 2.5, 10**9])),
    max_size=4,
    unique_by=lambda row: row.keys,
)


@given(st.lists(pieces, max_size=12).map("".join), rows, st.sampled_from([None, 0, 1, 0.33, 12345.5]))
def test_rendering_never_fails(template: str, some: list[Row], total: float | None) -> None:
    """One bad template would otherwise take the whole annual report down."""
    result = Result(Definition("people", by=("language",)), total, tuple(some))
    assert isinstance(render(template, result, period="2021"), str)


@given(st.text())
def test_text_without_braces_comes_out_as_it_went_in(text: str) -> None:
    text = text.replace("{", "").replace("}", "")
    assert render(text, HOURS, period="2021") == text
