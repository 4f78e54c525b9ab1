from kpikit.language.errors import *
