from kpikit.judging.summary import *
