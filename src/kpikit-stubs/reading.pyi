from kpikit.model.reading import *
