"""One Jinja program for a sheet: its cells and row loops put together from syntax trees.

Line numbers in the tree are numbers of sites, from 1, so that an error knows its cell.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jinja2 import nodes
from jinja2.environment import Environment
from markupsafe import escape

from govdocs.rendering.xlsx.markers import Block, Choice, Loop, Rows
from govdocs.rendering.xlsx.row_templates import Segment
from govdocs.rendering.xlsx.sink import CELLS, END, LOOP, SEGMENT, TEXT, TURN
from govdocs.rendering.xlsx.sites import Site


def escaped_source(env: Environment, text: str) -> str:
    """The source with its plain text escaped for XML and its tags as they are."""
    return "".join(
        str(escape(value)) if kind == "data" else value for _, kind, value in env.lex(text)
    )


def parse_text(env: Environment, text: str) -> tuple[list[nodes.Node], bool]:
    """Parse a cell's text; the second part tells whether one ``{{ … }}`` is all of it."""
    body = env.parse(escaped_source(env, text)).body
    single = (
        len(body) == 1
        and isinstance(body[0], nodes.Output)
        and len(body[0].nodes) == 1
        and not isinstance(body[0].nodes[0], nodes.TemplateData)
    )
    return body, single


def _step(name: str, number: int) -> nodes.Node:
    return nodes.ExprStmt(nodes.Filter(nodes.Const(number), name, [], [], None, None))


def _cell_steps(
    env: Environment, cells: Sequence[tuple[int, str]], *, apart: bool
) -> list[nodes.Node]:
    """The steps that hand the texts of a row's cells to the sink: values themselves, or text.

    Values side by side go in one step, which is quicker; with ``apart`` each in its own, so that
    an error knows its cell.
    """
    steps: list[nodes.Node] = []
    step: nodes.Node
    together: nodes.Filter | None = None
    for site, text in cells:
        body, single = parse_text(env, text)
        if single and isinstance(body[0], nodes.Output):
            value = body[0].nodes[0]
            value.set_lineno(site + 1, override=True)
            if together is not None and not apart:
                together.args.append(value)
                continue
            together = nodes.Filter(value, CELLS, [], [], None, None, lineno=site + 1)
            # Alone, a value stands where it is printed, so that the field list sees it printed.
            step = nodes.Output([together]) if apart else nodes.ExprStmt(together)
            step.set_lineno(site + 1)
            steps.append(step)
            continue
        together = None
        block = nodes.FilterBlock(body, nodes.Filter(None, TEXT, [], [], None, None))
        block.set_lineno(site + 1, override=True)
        steps.append(block)
    return steps


@dataclass(frozen=True, slots=True)
class ProgramSource:
    """What a sheet's program is built from; ``segment_of`` finds the segment that begins at a row."""

    blocks: Sequence[Block]
    segments: Sequence[Segment]
    sites: Sequence[Site]

    def assemble(self, env: Environment, without: Collection[int] | None = None) -> nodes.Template:
        """Build the syntax tree anew; compiling changes a tree, so each use needs its own.

        The cells and markers of the sites ``without`` are left out, with all that they hold;
        where it is not None, each cell has a step of its own.
        """
        starts = {segment.first: number for number, segment in enumerate(self.segments)}
        tree = nodes.Template(self._blocks(env, self.blocks, starts, without), lineno=1)
        tree.set_lineno(1)
        tree.set_environment(env)
        return tree

    def _blocks(
        self, env: Environment, blocks: Sequence[Block], starts: dict[int, int],
        without: Collection[int] | None,
    ) -> list[nodes.Node]:  # fmt: skip
        found: list[nodes.Node] = []
        for block in blocks:
            if isinstance(block, Rows):
                number = starts.get(block.number)
                if number is not None:
                    found.append(_step(SEGMENT, number))
                    cells = [
                        (cell.site, self.sites[cell.site].tag)
                        for row in self.segments[number].rows
                        for cell in row.tags
                        if without is None or cell.site not in without
                    ]
                    found += _cell_steps(env, cells, apart=without is not None)
            elif isinstance(block, Loop):
                if without is not None and block.site in without:
                    continue
                header = env.parse(f"{{% {block.header} %}}{{% endfor %}}").body[0]
                assert isinstance(header, nodes.For)
                header.set_lineno(block.site + 1, override=True)
                turn = _step(TURN, block.number)
                header.body = [turn, *self._blocks(env, block.body, starts, without)]
                header.else_ = self._blocks(env, block.otherwise, starts, without)
                found += [_step(LOOP, block.number), header, _step(END, block.number)]
            else:
                found += self._choice(env, block, starts, without)
        return found

    def _choice(
        self,
        env: Environment,
        choice: Choice,
        starts: dict[int, int],
        without: Collection[int] | None,
    ) -> list[nodes.Node]:
        if without is not None and any(site in without for _, site, _ in choice.branches):
            return []
        head: nodes.If | None = None
        otherwise: list[nodes.Node] = []
        for words, site, blocks in choice.branches:
            body = self._blocks(env, blocks, starts, without)
            if not words:
                otherwise = body
                continue
            condition = words.removeprefix("el")
            branch = env.parse(f"{{% {condition} %}}{{% endif %}}").body[0]
            assert isinstance(branch, nodes.If)
            branch.set_lineno(site + 1, override=True)
            branch.body = body
            if head is None:
                head = branch
            else:
                head.elif_.append(branch)
        assert head is not None
        head.else_ = otherwise
        return [head]


def text_program(
    env: Environment, sites: Sequence[Site], without: Collection[int] = ()
) -> nodes.Template:
    """The program of texts outside cells: headers, sheet names, properties; one value each."""
    body: list[nodes.Node] = []
    for number, site in enumerate(sites):
        if number in without:
            continue
        built = nodes.FilterBlock(
            parse_text(env, site.tag)[0], nodes.Filter(None, TEXT, [], [], None, None)
        )
        built.set_lineno(number + 1, override=True)
        body.append(built)
    tree = nodes.Template(body, lineno=1)
    tree.set_lineno(1)
    tree.set_environment(env)
    return tree
