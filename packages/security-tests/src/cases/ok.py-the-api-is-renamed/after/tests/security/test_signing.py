import pytest
from lib.signing import InvalidSignature, unsign

def test_tampering():
    with pytest.raises(InvalidSignature, match="does not match"):
        unsign("payload.sig", key="k")
