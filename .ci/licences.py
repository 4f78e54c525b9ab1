"""Say in an SBOM what licences the parts have of which it says none: what their metadata declare.

Usage: .ci/licences.py SBOM SITE-PACKAGES

A package whose licence is told in words ("BSD") instead of by an identifier has no licence in the
SBOM that cyclonedx-py writes. Those words are put there, and the texts that come with the package.
Exit 1 where a part has neither.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.metadata import PathDistribution
from pathlib import Path


def main(to: str, installed: str) -> int:
    """Complete an SBOM, and name the parts of which nothing tells the licence."""
    sbom = json.loads(Path(to).read_text("utf-8"))
    folders = Path(installed).glob("*.dist-info")
    known = {PathDistribution(each).metadata["Name"]: each for each in folders}
    silent = [part for part in sbom["components"] if not part.get("licenses")]
    for part in silent:
        part["licenses"] = [*declared(known[part["name"]])]
    Path(to).write_text(json.dumps(sbom, indent=2, ensure_ascii=False) + "\n", "utf-8")
    unknown = [part["name"] for part in silent if not part["licenses"]]
    sys.stdout.write(f"parts without a licence: {', '.join(unknown) or 'none'}\n")
    return int(bool(unknown))


def declared(folder: Path) -> Iterator[dict[str, object]]:
    """Yield what a package says that its licence is, and each of the texts that it names."""
    metadata = PathDistribution(folder).metadata
    yield from map(licence, metadata.get_all("License") or ())
    for name in metadata.get_all("License-File") or ():
        # Beside the metadata, or in a folder there since version 2.4 of them.
        for file in (folder / "licenses" / name, folder / name):
            if file.is_file():
                yield licence(name, text={"contentType": "text/plain", "content": read(file)})
                break


def read(file: Path) -> str:
    """Return a text; of what is not UTF-8, each byte is a letter."""
    content = file.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def licence(name: str, **told: object) -> dict[str, object]:
    """Return a licence as CycloneDX has it."""
    return {"license": {"acknowledgement": "declared", "name": name, **told}}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
