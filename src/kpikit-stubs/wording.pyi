from kpikit.judging.wording import *
