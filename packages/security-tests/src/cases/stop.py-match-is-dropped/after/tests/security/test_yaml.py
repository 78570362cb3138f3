import pytest
from conf import load

def test_python_objects_are_refused():
    with pytest.raises(ValueError):
        load("!!python/object/apply:os.system ['id']")
