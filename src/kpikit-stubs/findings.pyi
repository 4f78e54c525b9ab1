from kpikit.analysis.findings import *
