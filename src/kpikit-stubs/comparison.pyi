from kpikit.model.comparison import *
