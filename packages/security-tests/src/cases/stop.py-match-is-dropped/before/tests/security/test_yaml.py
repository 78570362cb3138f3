import pytest
from conf import load

def test_python_objects_are_refused():
    with pytest.raises(ValueError, match="tag .*python/object"):
        load("!!python/object/apply:os.system ['id']")
