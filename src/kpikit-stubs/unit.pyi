from kpikit.model.unit import *
