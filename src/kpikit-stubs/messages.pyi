from kpikit.language.messages import *
