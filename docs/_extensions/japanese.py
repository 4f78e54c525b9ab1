"""The site in two languages: what is translated, the switch between them, the search of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.search import SearchLanguage
from sphinx.search.en import SearchEnglish
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from summaries import summaries_of

#: The languages of the site, each in a folder of this name, and how each calls itself.
LANGUAGES = {"en": "English", "ja": "日本語"}


class LeaveUntranslated(SphinxTransform):
    """Leave in English what has no words, and of the reference all but the summaries."""

    default_priority = 5  # before messages are kept for the translation

    def apply(self, **_kwargs: Any) -> None:
        for text in self.document.findall(nodes.TextElement):
            if _without_words(text):
                _leave(text)
        bodies = list(self.document.findall(addnodes.desc_content))
        summaries = {id(summary) for body in bodies for summary in summaries_of(body)}
        texts = (text for body in bodies for text in body.findall(nodes.TextElement))
        for text in texts:
            if id(text) not in summaries:
                _leave(text)
        for kept in self.document.findall(lambda node: "notranslate" in _classes(node)):
            for text in kept.findall(nodes.TextElement):
                _leave(text)


def _leave(text: nodes.TextElement) -> None:
    """Say that a block is not translated.

    A part of a line that says so is taken for a block, and torn out of its line, unless Sphinx
    itself has made it one: what a field says of a parameter.
    """
    if not isinstance(text, nodes.Inline) or "translatable" in text:
        text["translatable"] = False


def _classes(node: nodes.Node) -> list[str]:
    return node["classes"] if isinstance(node, nodes.Element) else []


def _without_words(text: nodes.TextElement) -> bool:
    """Tell whether *text* is code, signs and numbers alone."""
    plain = [leaf for leaf in text.findall(nodes.Text) if not _is_code(leaf.parent, text)]
    return not any(re.search(r"[^\W\d_]", str(leaf)) for leaf in plain)


def _is_code(node: nodes.Node | None, within: nodes.Element) -> bool:
    while node is not None and node is not within:
        if isinstance(node, nodes.literal):
            return True
        node = node.parent
    return False


#: Kanji, kana and their signs.
_LETTER = "[\\u3005-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f]"
#: Japanese within other text: from its first letter to its last, and what stands in
#: between, with the number before it, which a line keeps with what it counts.
_JAPANESE = re.compile(rf"[\d.,]*{_LETTER}(?:[^A-Za-z]*{_LETTER})?[\d%]*")
#: What holds the text of a page, headings and code aside.
_HOLDERS = (nodes.paragraph, nodes.strong, nodes.emphasis, nodes.term)


#: Where a line of a table may break: behind kana before what is none, between kanji and katakana,
#: and behind signs. So no word of kanji or katakana is torn.
_BREAKS = re.compile(
    r"(?<=[\u3041-\u309f])(?=[^\u3041-\u309f\u30fc\s、。，．…）」』】)])"
    r"|(?<=[\u30a1-\u30ff])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[\u30a1-\u30fa])"
    r"|(?<=[、。・，／」）)])(?=[^\s、。，．）」』】)])"
)


class SayWhatIsJapanese(SphinxPostTransform):
    """Say what is Japanese on an English page, and where lines of tables may break."""

    default_priority = 900  # when all else is done
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        if self.config.language != "ja":
            self.mark()
        for entry in self.document.findall(nodes.entry):
            for text in [*entry.findall(nodes.Text)]:
                if not isinstance(text.parent, nodes.literal) and _JAPANESE.search(text):
                    text.parent.replace(text, [*_parted(text)])

    def mark(self) -> None:
        for text in [*self.document.findall(nodes.Text)]:
            parent = text.parent
            if isinstance(parent, nodes.literal) and _JAPANESE.search(text):
                parent["classes"].append("language-ja")
            elif isinstance(parent, _HOLDERS) and _JAPANESE.search(text):
                parent.replace(text, [*_told(text)])


def _told(text: str) -> Iterator[nodes.Node]:
    """Yield a text in pieces, those that are Japanese marked so."""
    end = 0
    for found in _JAPANESE.finditer(text):
        yield nodes.Text(text[end : found.start()])
        yield nodes.inline("", found[0], classes=["language-ja"])
        end = found.end()
    yield nodes.Text(text[end:])


def _parted(text: str) -> Iterator[nodes.Node]:
    """Yield a text in pieces, with a place to break a line between them."""
    first, *more = _BREAKS.split(text)
    yield nodes.Text(first)
    for piece in more:
        yield nodes.raw("", "<wbr>", format="html")
        yield nodes.Text(piece)


#: A run of Japanese letters: kanji with 々, or katakana with ー. Hiragana separate them.
_RUN = re.compile(r"[\u4e00-\u9fff々]+|[\u30a1-\u30ffー]+")
_LATIN = re.compile(r"[A-Za-z0-9_\u00c0-\u024f]+")


class BothLanguages(SearchEnglish):
    """Find English words by their stem, and Japanese ones by two letters of them or more.

    A browser finds a word of three letters and more as a part of a longer one by itself.
    """

    lang = "both"
    language_name = "English"  # whose stemmer the browser is given

    def split(self, input: str) -> list[str]:  # noqa: A002
        runs: list[str] = _RUN.findall(input)
        pairs = [first + second for run in runs for first, second in pairwise(run)]
        return [*_LATIN.findall(input), *runs, *pairs]

    def word_filter(self, word: str) -> bool:
        return len(word) > 1 and SearchLanguage.word_filter(self, word)


def offer_languages(
    app: Any, pagename: str, _template: str, context: dict[str, Any], _tree: nodes.Node | None
) -> None:
    """Give the templates the same page in each language."""
    up = "../" * (pagename.count("/") + 1)
    context["languages"] = [
        (code, name, code == app.config.language, f"{up}{code}/{pagename}.html")
        for code, name in LANGUAGES.items()
    ]


def setup(app: Any) -> dict[str, bool]:
    app.add_transform(LeaveUntranslated)
    app.add_post_transform(SayWhatIsJapanese)
    app.add_search_language(BothLanguages)
    app.connect("html-page-context", offer_languages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
