"""Build the site in both languages: ``python docs/build.py``.

``python docs/build.py update`` takes new and changed sentences into ``docs/locale``, where they
wait for their Japanese; the build refuses a sentence that has none. ``python docs/build.py dist``
builds, and packs what a release carries into ``dist/kpikit-docs.zip``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import links
import pictures
from babel.messages.catalog import Catalog
from sphinx_intl.catalog import dump_po, load_po, update_with_fuzzy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent
BUILT = HERE / "_build"
LOCALE = HERE / "locale" / "ja" / "LC_MESSAGES"
#: What the theme and our own templates say, kept by hand.
THEME = LOCALE / "sphinx.po"
LANGUAGES = ("en", "ja")

#: What every file of sentences begins with: no date, which would change each of them each time.
HEADER = r"""msgid ""
msgstr ""
"Language: ja\n"
"Content-Type: text/plain; charset=utf-8\n"

"""

#: What Sphinx could not put its Japanese into; of a picture it never says that it could.
UNTRANSLATED = re.compile(r'<(?!img )\w+ [^>]*class="[^"]*\buntranslated\b[^"]*"[^>]*>(.{0,80})')

#: What a browser opens first: the site in its own language, one folder further down.
FRONT = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>kpikit</title>
<script>
const language = navigator.language.startsWith("ja") ? "ja" : "en";
location.replace(`${language}/index.html`);
</script>
<p><a href="en/index.html">English</a> · <a href="ja/index.html" lang="ja">日本語</a></p>
</html>
"""


def sphinx(builder: str, target: Path, language: str = "en") -> None:
    """Run one builder over the pages of a language; a warning ends it."""
    code = _started(builder, target, language).wait()
    if code:
        sys.exit(code)


def _started(builder: str, target: Path, language: str) -> subprocess.Popen[bytes]:
    """Start a builder."""
    pictures.place()
    read = BUILT / f"read-{builder}-{language}"
    options = ["-n", "-W", "--keep-going", "-q", "-D", f"language={language}", "-d", str(read)]
    command = [sys.executable, "-m", "sphinx", "-b", builder, *options, str(HERE), str(target)]
    return subprocess.Popen(command)


def templates() -> Iterator[tuple[Path, Path]]:
    """Yield each page's sentences as Sphinx takes them out, and the file of their Japanese."""
    source = BUILT / "gettext"
    shutil.rmtree(source, ignore_errors=True)
    sphinx("gettext", source)
    for template in sorted(source.rglob("*.pot")):
        target = LOCALE / template.relative_to(source).with_suffix(".po")
        if target != THEME:
            yield template, target


def update() -> None:
    """Write the sentences of every page beside the Japanese that they have."""
    kept = {THEME}
    for template, target in templates():
        kept.add(target)
        catalog = load_po(str(target)) if target.exists() else Catalog(locale="ja")
        update_with_fuzzy(catalog, load_po(str(template)))
        catalog.obsolete.clear()
        target.parent.mkdir(parents=True, exist_ok=True)
        dump_po(str(target), catalog, width=0, omit_header=True)
        target.write_text(HEADER + target.read_text(encoding="utf-8"), encoding="utf-8")
    for old in set(LOCALE.rglob("*.po")) - kept:
        old.unlink()


def check() -> list[str]:
    """Return a line for each sentence that has no Japanese, or only that of an older one."""
    faults = []
    for template, target in templates():
        japanese = load_po(str(target)) if target.exists() else Catalog()
        for message in load_po(str(template)):
            found = japanese.get(message.id)
            if message.id and (found is None or not found.string or found.fuzzy):
                faults.append(f"{target.relative_to(HERE)}: {message.id}")
    return faults


def english() -> list[str]:
    """Return a line for each sentence that stands in English on a Japanese page all the same.

    Its Japanese is there, and is read as something else: ``1. 開く`` as a list, ``%の差`` as a
    comment.
    """
    pages = BUILT / "html" / "ja"
    return [
        f"{page.relative_to(pages)}: {found}"
        for page in sorted(pages.rglob("*.html"))
        for found in UNTRANSLATED.findall(page.read_text(encoding="utf-8"))
    ]


def refuse(faults: Iterable[str], what: str) -> None:
    """End with every fault that there is, and how many of what they are."""
    found = [*faults]
    if found:
        sys.exit("\n".join([*found, f"{len(found)} {what}"]))


def build() -> None:
    """Build both languages below ``docs/_build/html``."""
    refuse(check(), "sentences without Japanese")
    pictures.make()
    html = BUILT / "html"
    shutil.rmtree(html, ignore_errors=True)
    running = [_started("html", html / language, language) for language in LANGUAGES]
    codes = [each.wait() for each in running]  # of both, so that neither goes on alone
    if any(codes):
        sys.exit(1)
    (html / "index.html").write_text(FRONT, encoding="utf-8")
    refuse(links.broken(html), "links lead nowhere")
    refuse(english(), "sentences in English on a Japanese page")


def dist() -> None:
    """Build, and pack the site into one file that is unpacked and opened."""
    build()
    target = HERE.parent / "dist" / "kpikit-docs"
    print(shutil.make_archive(str(target), "zip", BUILT / "html"))


if __name__ == "__main__":
    shutil.rmtree(BUILT, ignore_errors=True)  # what pages are made of is not only their text
    {"build": build, "dist": dist, "update": update}[" ".join(sys.argv[1:]) or "build"]()
