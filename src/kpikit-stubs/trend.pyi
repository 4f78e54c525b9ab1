from kpikit.analysis.trend import *
