from app import settings


def compute(formula):
    return eval(formula)
