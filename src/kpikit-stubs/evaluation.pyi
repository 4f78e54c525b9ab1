from kpikit.judging.evaluation import *
