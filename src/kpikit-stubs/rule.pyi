from kpikit.model.rule import *
