from kpikit.model.quantity import *
