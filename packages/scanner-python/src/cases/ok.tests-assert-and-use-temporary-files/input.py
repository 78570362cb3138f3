import random


def test_sample(tmp_path):
    password = "x"
    path = "/tmp/sample"
    assert random.choice([1, 2]) in (1, 2)
    assert password and path
