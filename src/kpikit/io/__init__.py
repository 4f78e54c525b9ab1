"""Files: plans are read from the files that people have, and written.

What a file does not say of itself is found, and listed in the plan as ``chosen``. Libraries that
are not of the standard library are imported when a file asks for them, and a name of this module
when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kpikit.io.draft import Draft, draft_of
    from kpikit.io.draft_xlsx import write_draft
    from kpikit.io.layouts import read_layout
    from kpikit.io.limits import Limits
    from kpikit.io.read import read_plan
    from kpikit.io.template_xlsx import write_template, write_templates
    from kpikit.io.write import write_plan

__all__ = [
    "Draft",
    "Limits",
    "draft_of",
    "read_layout",
    "read_plan",
    "write_draft",
    "write_plan",
    "write_template",
    "write_templates",
]

_LATER: Final = {
    "Draft": "kpikit.io.draft",
    "Limits": "kpikit.io.limits",
    "draft_of": "kpikit.io.draft",
    "read_layout": "kpikit.io.layouts",
    "read_plan": "kpikit.io.read",
    "write_draft": "kpikit.io.draft_xlsx",
    "write_plan": "kpikit.io.write",
    "write_template": "kpikit.io.template_xlsx",
    "write_templates": "kpikit.io.template_xlsx",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'kpikit.io' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
