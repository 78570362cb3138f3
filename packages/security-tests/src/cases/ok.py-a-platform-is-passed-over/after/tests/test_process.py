import os
import sys
import pytest

@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_permission_denied_is_told(tmp_path):
    assert open_private(tmp_path).error == "denied"
