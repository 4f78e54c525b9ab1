from kpikit.judging.judge import *
