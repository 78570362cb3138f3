DEBUG = True
FORMULAS = False
