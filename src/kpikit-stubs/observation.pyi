from kpikit.model.observation import *
