from kpikit.model.era import *
