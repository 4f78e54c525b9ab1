from kpikit.model.verdict import *
