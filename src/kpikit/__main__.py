"""``python -m kpikit``: say which version this is."""

from __future__ import annotations

import argparse

import kpikit


def main() -> None:
    """Print the version; the command line proper is yet to come."""
    parser = argparse.ArgumentParser(prog="kpikit", description="KPI tables, judged.")
    parser.add_argument("--version", action="version", version=f"kpikit {kpikit.__version__}")
    parser.parse_args()
    parser.print_usage()


if __name__ == "__main__":
    main()
