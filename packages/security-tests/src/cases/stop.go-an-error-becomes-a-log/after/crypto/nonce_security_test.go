package crypto

import "testing"

func TestNonceIsFresh(t *testing.T) {
	a, b := Nonce(), Nonce()
	if a == b {
		t.Logf("nonce %x came twice", a)
	}
}
