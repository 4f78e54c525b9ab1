"""Sphinx configuration."""

from __future__ import annotations

import ast
import sys
import zlib
from functools import cache
from importlib import import_module, metadata
from inspect import getsource
from pathlib import Path
from typing import Any

from sphinx.ext.napoleon import Config, GoogleDocstring

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_extensions"))

project = "kpikit"
author = "The kpikit developers"
copyright = f"2026, {author}"
release = version = metadata.version("kpikit")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx_copybutton",
    "sphinx_design",
    "commands",
    "examples",
    "generated",
    "summaries",
    "japanese",
]
exclude_patterns = ["_build", "_extensions", "_templates", "locale"]
templates_path = ["_templates"]

# English is what is written; docs/locale/ja has the Japanese of every sentence.
language = "en"
locale_dirs = ["locale"]
gettext_compact = False  # a file of sentences for each page
gettext_location = False  # so that a line that moves changes no file of sentences
translation_progress_classes = "untranslated"  # what docs/build.py looks for
html_search_language = "both"
html_show_search_summary = False  # pages that are opened from disk may not be fetched
figure_language_filename = "{root}.{language}{ext}"

html_theme = "furo"
html_title = f"kpikit {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
toc_object_entries = False  # each page of the reference has a table of them on top

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {
    "members": True,
    "show-inheritance": True,
    # What a private base class gives is documented where users meet it.
    "inherited-members": "object, BaseException, Exception, Enum, int, str, tuple, Sequence",
    "special-members": "__str__",  # the canonical text, where there is one
}

copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True
copybutton_exclude = ".linenos, .gp, .go"

nitpicky = True
nitpick_ignore_regex = [
    # Private: what some values share, and type variables. Users never name them.
    (r"py:.*", r"kpikit\.([\w.]+\.)?_[\w.]+"),
    (r"py:.*", r"(kpikit\.[\w.]+\.)?_?[A-Z](_co|_contra)?"),
    # What a draft keeps of its source, for those who write it.
    (r"py:class", r"kpikit\.(io\.(places\.Places|source\.Request)|table\.classes\.Said)"),
    # Of other libraries: no inventory of theirs is here.
    (r"py:class", r"Labels"),  # what heads a table, by its text
    (r"py:.*", r"(cattrs\.)?Converter|attrs\.Attribute"),
]


def _pack_inventory() -> str:
    """Write the names of python-inventory.txt as an inventory of Sphinx, and return its path."""
    lines = (HERE / "python-inventory.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    body = "".join(f"{name} {role} 1 {page} -\n" for name, role, page in rows)
    head = (
        "# Sphinx inventory version 2\n# Project: Python\n# Version: 3\n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    target = HERE / "_build" / "python.inv"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(head.encode() + zlib.compress(body.encode()))
    return str(target)


intersphinx_mapping = {"python": ("https://docs.python.org/3", _pack_inventory())}


@cache
def _imported(module: str) -> dict[str, str]:
    """Map each name that *module* imports, for type checkers too, to where it is from."""
    tree = ast.parse(getsource(import_module(module)))
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and not node.level
        for alias in node.names
    }


def _complete(node: Any) -> str:
    """Return the full name of what *node* refers to.

    Annotations are kept as text by ``from __future__ import annotations``, and the
    ``__init__`` that attrs makes does not know the names of its module. And what
    the package exports is documented in the module that it comes from.
    """
    target = node["reftarget"]
    if target.startswith("kpikit.") and target.count(".") == 1:
        return _imported("kpikit").get(target.removeprefix("kpikit."), target)
    module = node.get("py:module")
    return _named_in(module, target) if module else target


def _named_in(module: str, target: str) -> str:
    """Return the full name of what *module* calls *target*, or the modules that it is made of."""
    names = _imported(module)
    parts = {each.rpartition(".")[0] for each in names.values()}
    inner = [_imported(each) for each in sorted(parts) if each.startswith(f"{module}.")]
    return next((each[target] for each in (names, *inner) if target in each), target)


def find_by_full_name(app: Any, env: Any, node: Any, content: Any) -> Any:
    """Look in this project; the standard library is tried next, by the same full name."""
    if node.get("refdomain") != "py":
        return None
    node["reftarget"] = _complete(node)
    for role in (node["reftype"], "obj"):
        found = env.domains["py"].resolve_xref(
            env, node.get("refdoc"), app.builder, role, node["reftarget"], node, content
        )
        if found is not None:
            return found
    return None


def read_google_sections(
    app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]
) -> None:
    """Turn Google sections into fields; the docstring of a field is read like a method's.

    That is why napoleon is used as a library and not as an extension: it takes what
    stands before the first colon of a field's docstring for the type of the field.
    """
    kind = "method" if what in {"attribute", "data", "property"} else what
    lines[:] = GoogleDocstring(lines, Config(), app, kind, name, obj, options).lines()


def setup(app: Any) -> None:
    app.connect("missing-reference", find_by_full_name, priority=400)
    app.connect("autodoc-process-docstring", read_google_sections)
