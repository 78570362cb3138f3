import pytest
from lib.signing import BadSignature, loads

def test_tampering():
    with pytest.raises(BadSignature, match="does not match"):
        loads("payload.sig", key="k")
