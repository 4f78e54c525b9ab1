"""The browser that pages are looked at in, and what audits their accessibility."""

from __future__ import annotations

import os
import shutil

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
#: The path of ``axe.min.js``, or nothing.
AXE = os.environ.get("KPIKIT_AXE", "")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
