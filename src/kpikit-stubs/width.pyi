from kpikit.language.width import *
