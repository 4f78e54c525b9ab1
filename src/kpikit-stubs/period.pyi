from kpikit.model.period import *
