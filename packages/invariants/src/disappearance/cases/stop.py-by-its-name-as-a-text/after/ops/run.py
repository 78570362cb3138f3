import os


def build(target):
    getattr(os, "system")("make " + target)
