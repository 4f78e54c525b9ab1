from kpikit.model.indicator import *
