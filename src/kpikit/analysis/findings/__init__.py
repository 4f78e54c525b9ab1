"""Audit: what is wrong in a published table, and what in it adds up.

The audit parses nothing. It works on the typed plan and on its evaluation: on periods and
columns, on the derivations that table reading left on the indicators, on flags and reasons.
Each kind of finding is one small function, sorted by what it is about; :func:`audit` runs all
of them.
"""

from __future__ import annotations

from kpikit.analysis.findings._ahead import audit_plan
from kpikit.analysis.findings._checks import audit
from kpikit.analysis.findings.finding import Finding, Place, Severity

__all__ = ["Finding", "Place", "Severity", "audit", "audit_plan"]
