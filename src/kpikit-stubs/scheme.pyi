from kpikit.analysis.scheme import *
