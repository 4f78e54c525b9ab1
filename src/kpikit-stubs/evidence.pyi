from kpikit.model.evidence import *
