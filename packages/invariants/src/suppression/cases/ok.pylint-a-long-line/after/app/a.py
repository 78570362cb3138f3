# pylint: disable=line-too-long,missing-docstring
value = load()
