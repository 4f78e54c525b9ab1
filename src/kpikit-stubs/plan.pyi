from kpikit.model.plan import *
