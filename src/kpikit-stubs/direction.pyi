from kpikit.model.direction import *
