"""The syntax tree of a formula, built from openpyxl's tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from openpyxl.formula.tokenizer import Token


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, text, TRUE or FALSE; None for an argument left out."""

    value: Decimal | str | bool | None


@dataclass(frozen=True, slots=True)
class ErrorLiteral:
    """An error written into the formula, such as ``#N/A``."""

    code: str


@dataclass(frozen=True, slots=True)
class Cells:
    """A reference; ``number`` counts the references of the formula from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name."""

    name: str


@dataclass(frozen=True, slots=True)
class Unary:
    """``-x``, ``+x`` or ``x%``."""

    operator: str
    of: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic, comparison or ``&``."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments; the name is in capitals."""

    function: str
    arguments: tuple[Node, ...]


Node: TypeAlias = "Literal | ErrorLiteral | Cells | Name | Unary | Binary | Call"

_BINDING = {
    "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1,
    "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
}  # fmt: skip


class FormulaTrouble(Exception):
    """A formula that cannot be read or computed here; the text says what stands in the way."""


class _Reader:
    """Reads tokens by precedence; each method leaves ``at`` behind what it has read."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = [token for token in tokens if token.type != "WHITE-SPACE"]
        self.at = 0
        self.references = 0

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> Token:
        token = self.peek()
        if token is None:
            raise FormulaTrouble("公式不完整")
        self.at += 1
        return token

    def expression(self, binding: int = 0) -> Node:
        left = self.prefix()
        while True:
            token = self.peek()
            if token is not None and token.type == "OPERATOR-POSTFIX":
                self.at += 1
                left = Unary("%", left)
                continue
            if token is None or token.type != "OPERATOR-INFIX":
                return left
            strength = _BINDING.get(token.value)
            if strength is None:
                raise FormulaTrouble(token.value)
            if strength <= binding:
                return left
            self.at += 1
            left = Binary(token.value, left, self.expression(strength))

    def prefix(self) -> Node:
        token = self.take()
        if token.type == "OPERATOR-PREFIX":
            # In Excel the sign binds more tightly than the power: -2^2 is 4.
            return Unary(token.value, self.expression(6))
        if token.type == "OPERAND":
            return self.operand(token)
        if token.type == "PAREN" and token.subtype == "OPEN":
            inner = self.expression()
            if self.take().subtype != "CLOSE":
                raise FormulaTrouble("括号")
            return inner
        if token.type == "FUNC" and token.subtype == "OPEN":
            return Call(self.function_name(token), self.arguments())
        raise FormulaTrouble(token.value)

    @staticmethod
    def function_name(token: Token) -> str:
        return str(token.value)[:-1].upper().removeprefix("_XLFN.")

    def arguments(self) -> tuple[Node, ...]:
        found: list[Node] = []
        token = self.peek()
        if token is not None and token.type == "FUNC" and token.subtype == "CLOSE":
            self.at += 1
            return ()
        while True:
            token = self.peek()
            if token is not None and (token.type == "SEP" or token.subtype == "CLOSE"):
                found.append(Literal(None))
            else:
                found.append(self.expression())
            closing = self.take()
            if closing.type == "FUNC" and closing.subtype == "CLOSE":
                return tuple(found)
            if closing.type != "SEP":
                raise FormulaTrouble(closing.value)

    def operand(self, token: Token) -> Node:
        kind, text = token.subtype, token.value
        if kind == "NUMBER":
            return Literal(Decimal(text))
        if kind == "TEXT":
            return Literal(text[1:-1].replace('""', '"'))
        if kind == "LOGICAL":
            return Literal(text.upper() == "TRUE")
        if kind == "ERROR":
            return ErrorLiteral(text)
        from govdocs.rendering.xlsx.formulas.references import read_reference

        if read_reference(text) is None:
            return Name(text)
        self.references += 1
        return Cells(self.references - 1)


def syntax_tree(tokens: Sequence[Token]) -> Node:
    """Build the tree of a formula; raise FormulaTrouble where it is none that we know."""
    reader = _Reader(tokens)
    tree = reader.expression()
    left = reader.peek()
    if left is not None:
        raise FormulaTrouble(left.value)
    return tree
