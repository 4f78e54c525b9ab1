from kpikit.judging.result import *
