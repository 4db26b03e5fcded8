"""The tokenizer loaded by itself is openpyxl's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from openpyxl.formula import tokenizer as whole

from govdocs.rendering.xlsx.formulas.tokenizing import tokenizer

FORMULAS = ("=SUM(A1:B2)", '=IF(E9="","",F9/E9)', "='另 表'!$C$3*2%", "={1,2;3,4}")


@pytest.fixture
def fresh() -> Iterator[None]:
    tokenizer.cache_clear()
    yield
    tokenizer.cache_clear()


@pytest.mark.parametrize("formula", FORMULAS)
def test_tokens_are_the_same_alone_and_with_the_package(
    formula: str, fresh: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "openpyxl")
    alone = tokenizer()
    assert alone is not whole
    told = [(t.value, t.type, t.subtype) for t in alone.Tokenizer(formula).items]
    assert told == [(t.value, t.type, t.subtype) for t in whole.Tokenizer(formula).items]


def test_a_loaded_openpyxl_is_used_as_it_is(fresh: None) -> None:
    assert tokenizer() is whole
