from kpikit.model.naming import *
