"""Files: plans are read from the files that people have, and written.

What a file does not say of itself is found, and listed in the plan as ``chosen``. Libraries that
are not of the standard library are imported when a file asks for them.
"""

from kpikit.io.limits import Limits
from kpikit.io.read import read_plan
from kpikit.io.write import write_plan

__all__ = ["Limits", "read_plan", "write_plan"]
