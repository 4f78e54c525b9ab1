"""The parts of a Word file beside its text: styles, fonts, header, footer, charts.

Fonts are named, not enclosed: where one is not installed, Word takes another for Japanese.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kpikit.language.messages import Language, say
from kpikit.report.markup import escape

__all__ = ["ChartPart", "packed"]

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES: Final = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
#: A file says the same whenever it is made: this is when its parts were.
_EPOCH: Final = (2000, 1, 1, 0, 0, 0)
_CREATED: Final = "2000-01-01T00:00:00Z"
#: The fonts of the text and what else they are called.
_FONT: Final = "Yu Gothic"
_OTHER_NAMES: Final = "游ゴシック"
_INK: Final = "1B2027"
_MUTED: Final = "545E6B"
_LINE: Final = "B8C1CC"
_MARGIN: Final = 1134
_WIDE: Final = 11906
_HIGH: Final = 16838
#: The parts that hang on the text, each with its kind.
_PARTS: Final = ("styles", "settings", "fontTable", "header", "footer")


class ChartPart(NamedTuple):
    """A chart, and the workbook that it is of."""

    #: The chart as XML.
    chart: str
    #: The workbook.
    book: bytes


def packed(title: str, body: str, charts: Sequence[ChartPart], lang: Language) -> bytes:
    """Return the bytes of a Word file.

    Args:
        title: What it is called, at the top of each page.
        body: Its text, as XML.
        charts: Its charts, in their order.
        lang: Its language.
    """
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, content in _contents(title, body, charts, lang):
            archive.writestr(_info(name), content)
    return held.getvalue()


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    return info


def _contents(
    title: str, body: str, charts: Sequence[ChartPart], lang: Language
) -> Iterator[tuple[str, str | bytes]]:
    numbers = range(1, len(charts) + 1)
    yield "[Content_Types].xml", _types(numbers)
    yield (
        "_rels/.rels",
        _relations(
            ("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
    )
    yield "docProps/core.xml", _core(title, lang)
    yield "word/document.xml", _document(body)
    yield (
        "word/_rels/document.xml.rels",
        _relations(
            *((part, f"{_OFFICE}/{part}", f"{part}.xml") for part in _PARTS),
            *((f"chart{at}", f"{_OFFICE}/chart", f"charts/chart{at}.xml") for at in numbers),
        ),
    )
    yield "word/styles.xml", _styles(lang)
    yield "word/settings.xml", _settings()
    yield "word/fontTable.xml", _fonts()
    yield "word/header.xml", _part("hdr", _around("Header", _run(title)))
    yield "word/footer.xml", _part("ftr", _around("Footer", _pages(lang)))
    for at, part in zip(numbers, charts, strict=True):
        book = f"../embeddings/chart{at}.xlsx"
        yield f"word/charts/chart{at}.xml", part.chart
        yield (
            f"word/charts/_rels/chart{at}.xml.rels",
            _relations(("book", f"{_OFFICE}/package", book)),
        )
        yield f"word/embeddings/chart{at}.xlsx", part.book


def _types(charts: Sequence[int]) -> str:
    kinds = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{part}.xml": f"{_WORD}.{part}+xml" for part in _PARTS},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **dict.fromkeys(
            (f"/word/charts/chart{at}.xml" for at in charts),
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        ),
    }
    told = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="xlsx" ContentType="{book}"/>{told}</Types>'
    )


def _relations(*parts: tuple[str, str, str]) -> str:
    told = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in parts
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _core(title: str, lang: Language) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{lang}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:created>'
        "</cp:coreProperties>"
    )


def _document(body: str) -> str:
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{_WIDE}" w:h="{_HIGH}"/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    return f"{_XML}<w:document {_SPACES}><w:body>{body}{page}</w:body></w:document>"


def _part(name: str, content: str) -> str:
    return f"{_XML}<w:{name} {_SPACES}>{content}</w:{name}>"


def _around(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str) -> str:
    shown = escape(" ".join(text.split()))
    return f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>'


def _pages(lang: Language) -> str:
    """Write the number of the page and how many there are, which Word counts."""
    pieces = say("word-page", lang, page="\n", pages="\n").split("\n")
    fields = ("PAGE", "NUMPAGES")
    runs = [_run_kept(pieces[0])]
    for field, after in zip(fields, pieces[1:], strict=True):
        runs.append(f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        runs.append(_run_kept(after))
    return "".join(runs)


def _run_kept(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _settings() -> str:
    return (
        f'{_XML}<w:settings xmlns:w="{_MAIN}"><w:zoom w:percent="100"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _fonts() -> str:
    return (
        f'{_XML}<w:fonts xmlns:w="{_MAIN}"><w:font w:name="{_FONT}">'
        f'<w:altName w:val="{_OTHER_NAMES}"/><w:charset w:val="80"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


# -- styles ----------------------------------------------------------------------------------------


class _Style(NamedTuple):
    """How a kind of paragraph looks."""

    size: float
    before: int = 0
    after: int = 0
    bold: bool = False
    ink: str = _INK
    level: int | None = None
    more: str = ""


_BOXED: Final = (
    "<w:pBdr>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="6" w:color="1B4F91"/>'
        for side, size in (("top", 4), ("left", 24), ("bottom", 4), ("right", 4))
    )
    + '</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F5F6F8"/>'
)
#: Its name → how a kind of paragraph looks; sizes in points, distances in twentieths of one.
_KINDS: Final = {
    "Normal": _Style(10),
    "Title": _Style(18, after=60, bold=True),
    "Dated": _Style(9, after=160, ink=_MUTED),
    "Answer": _Style(13, before=120, after=240, bold=True, more=_BOXED),
    "Heading1": _Style(13, before=320, after=100, bold=True, level=0),
    "Heading2": _Style(11, before=200, after=60, bold=True, level=1),
    "Note": _Style(8.5, before=40, after=80, ink=_MUTED),
    "Item": _Style(9.5, after=30),
    "Below": _Style(9.5, after=30, more='<w:ind w:left="420"/>'),
    "Cell": _Style(8.5),
    "Number": _Style(8.5, more='<w:jc w:val="right"/>'),
    "Head": _Style(8.5, bold=True),
    "Verdict": _Style(8.5, bold=True),
    "Why": _Style(8, ink=_MUTED),
    "Chart": _Style(10, after=80),
    "Header": _Style(8, ink=_MUTED),
    "Footer": _Style(9, more='<w:jc w:val="center"/>'),
}
_NAMES: Final = {
    "Normal": "Normal",
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Header": "header",
    "Footer": "footer",
}


def _styles(lang: Language) -> str:
    fonts = f'w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"'
    spoken = {"ja": "ja-JP", "en": "en-GB"}[lang]
    return (
        f'{_XML}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts {fonts}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val="{spoken}" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{''.join(map(_style, _KINDS))}{_table_style()}</w:styles>"
    )


def _style(name: str) -> str:
    kind = _KINDS[name]
    level = "" if kind.level is None else f'<w:outlineLvl w:val="{kind.level}"/>'
    follows = "" if kind.level is None else "<w:keepNext/>"
    boxed, aligned = (kind.more, "") if kind.more.startswith("<w:pBdr") else ("", kind.more)
    size = round(kind.size * 2)
    custom = "" if name in _NAMES else ' w:customStyle="1"'
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"{default}{custom}>'
        f'<w:name w:val="{_NAMES.get(name, name)}"/><w:qFormat/>'
        f"<w:pPr>{follows}{boxed}"
        f'<w:spacing w:before="{kind.before}" w:after="{kind.after}"/>{aligned}{level}</w:pPr>'
        f"<w:rPr>{'<w:b/>' if kind.bold else ''}"
        f'<w:color w:val="{kind.ink}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


def _table_style() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    inner = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in (("top", 30), ("left", 50), ("bottom", 30), ("right", 50))
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Figures"><w:name w:val="Figures"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>{inner}</w:tblCellMar>"
        "</w:tblPr></w:style>"
    )
