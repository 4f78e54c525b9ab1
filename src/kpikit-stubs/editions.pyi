from kpikit.analysis.editions import *
