"""The documents of ``tests/shapes`` that can be made here, by the letters of their expectations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Final

from kpikit.report.pdf import FONTS
from shapes import (
    make_a,
    make_b_forms,
    make_b_html,
    make_b_pdf,
    make_b_word,
    make_c,
    make_d,
    make_e,
    make_f,
    make_g,
    make_h,
    make_i,
    make_j,
    make_k,
    make_l,
    make_m,
    make_n,
    make_o,
    make_oa,
    make_ob,
    make_oc,
    make_p,
    make_pa,
    make_pb,
    make_q,
    make_r,
    make_ra,
    make_rb,
    make_rd,
    make_rg,
    make_rh,
    make_s,
    make_t,
    make_u,
    make_v,
    make_w,
    make_x,
    make_y,
    make_z,
)

__all__ = ["FEW", "NAMED", "SETS", "Documents", "has_typst"]

#: What makes several documents of the letter b, each by its name.
NAMED: Final[tuple[ModuleType, ...]] = (make_b_pdf, make_b_word, make_b_html, make_b_forms)
#: Letters → what makes their documents, and how many of them need no typst: they come first.
_MAKERS: Final[dict[str, tuple[Sequence[Callable[[Path], Path]], int]]] = {
    "a": (make_a.DOCUMENTS, len(make_a.DOCUMENTS)),
    "c": (make_c.DOCUMENTS, 22),
    "d": (make_d.DOCUMENTS, 15),
    "e": (make_e.DOCUMENTS, len(make_e.DOCUMENTS)),
    "f": (make_f.DOCUMENTS, 12),
    "g": (make_g.DOCUMENTS, 12),
    "t": (make_t.DOCUMENTS, 15),
    "h": (make_h.DOCUMENTS, 20),
    "i": (make_i.DOCUMENTS, 19),
    "j": (make_j.DOCUMENTS, 18),
    "l": (make_l.DOCUMENTS, len(make_l.DOCUMENTS)),
    "m": (make_m.DOCUMENTS, len(make_m.DOCUMENTS)),
    "n": (make_n.DOCUMENTS, 11),
    "o": (make_o.DOCUMENTS, 13),
    "p": (make_p.DOCUMENTS, len(make_p.DOCUMENTS)),
    "q": (make_q.DOCUMENTS, 16),
    "r": (make_r.DOCUMENTS, 7),
    "s": (make_s.DOCUMENTS, len(make_s.DOCUMENTS)),
    "v": (make_v.DOCUMENTS, 11),
    "u": (make_u.DOCUMENTS, len(make_u.DOCUMENTS)),
    "w": (make_w.DOCUMENTS, len(make_w.DOCUMENTS)),
    "x": (make_x.DOCUMENTS, len(make_x.DOCUMENTS)),
    "k": (make_k.DOCUMENTS, len(make_k.DOCUMENTS)),
    "y": (make_y.DOCUMENTS, 13),
    "z": (make_z.DOCUMENTS, 6),
    "oa": (make_oa.DOCUMENTS, 13),
    "ob": (make_ob.DOCUMENTS, 10),
    "oc": (make_oc.DOCUMENTS, len(make_oc.DOCUMENTS)),
    "pa": (make_pa.DOCUMENTS, 16),
    "pb": (make_pb.DOCUMENTS, 14),
    "ra": (make_ra.DOCUMENTS, 16),
    "rb": (make_rb.DOCUMENTS, 15),
    "rd": (make_rd.DOCUMENTS, 16),
    "rg": (make_rg.DOCUMENTS, 15),
    "rh": (make_rh.DOCUMENTS, 14),
}
#: The letters of all sets of documents.
SETS: Final = (*_MAKERS, "b")
#: Those that are read whenever the tests are run; the others are of `wide` tests.
FEW: Final = ("rd",)


@cache
def has_typst() -> bool:
    """Whether typst is here, and a font for Japanese."""
    if find_spec("typst") is None:
        return False
    import typst

    return bool(set(FONTS) & set(typst.Fonts().families()))


class Documents(Mapping[str, Sequence[Path]]):
    """The documents that can be made here, by their letters: each set is made when it is wanted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[str, list[Path]] = {}

    def __getitem__(self, letter: str) -> list[Path]:
        if letter not in self._made:
            self._made[letter] = _named(self.folder) if letter == "b" else _set(letter, self.folder)
        return self._made[letter]

    def __iter__(self) -> Iterator[str]:
        return iter(SETS)

    def __len__(self) -> int:
        return len(SETS)


def _set(letter: str, folder: Path) -> list[Path]:
    makers, plain = _MAKERS[letter]
    return [make(folder) for make in (makers if has_typst() else makers[:plain])]


def _named(folder: Path) -> list[Path]:
    makers = [maker for maker in NAMED if maker is not make_b_pdf or has_typst()]
    return [path for maker in makers for path in maker.make(folder)]
