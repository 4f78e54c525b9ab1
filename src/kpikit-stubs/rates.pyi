from kpikit.judging.rates import *
