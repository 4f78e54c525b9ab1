"""A table of its names on top of each page of the reference, with what each is in one sentence."""

from __future__ import annotations

from itertools import islice
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform


class PutSummaries(SphinxTransform):
    """Put the table in front of the first name; its sentences are those of the names."""

    default_priority = 4  # before it is settled what is translated

    def apply(self, **_kwargs: Any) -> None:
        for section in self.document.findall(nodes.section):
            shown = [each for each in section.children if isinstance(each, addnodes.desc)]
            if shown:
                section.insert(section.index(shown[0]), _table(shown))


def _table(shown: list[addnodes.desc]) -> nodes.table:
    body = nodes.tbody("", *(row for each in shown if (row := _row(each)) is not None))
    columns = [nodes.colspec(colwidth=30), nodes.colspec(colwidth=70)]
    group = nodes.tgroup("", *columns, body, cols=len(columns))
    return nodes.table("", group, classes=["summaries"])


def _row(shown: addnodes.desc) -> nodes.row | None:
    signature = next(iter(shown.findall(addnodes.desc_signature)))
    if not signature["ids"]:
        return None
    name = nodes.literal("", signature["fullname"])
    link = nodes.reference("", "", name, refid=signature["ids"][0], internal=True)
    summary = [each.deepcopy() for each in summaries_of(shown.children[-1])]
    head = nodes.entry("", nodes.paragraph("", "", link))
    return nodes.row("", head, nodes.entry("", *summary))


def summaries_of(body: nodes.Node) -> list[nodes.paragraph]:
    """Return the paragraph that says what a name is, or none."""
    said = (each for each in body.children if isinstance(each, nodes.paragraph))
    return list(islice((each for each in said if not _names_bases(each)), 1))


def _names_bases(paragraph: nodes.paragraph) -> bool:
    """Tell whether a paragraph only says what a class is based on."""
    return paragraph.astext().startswith(("Bases:", "ベースクラス:"))


def setup(app: Any) -> dict[str, bool]:
    app.add_transform(PutSummaries)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
