package crypto

import "testing"

func TestNonceIsFresh(t *testing.T) {
	a, b := Nonce(), Nonce()
	if a == b {
		t.Errorf("nonce %x came twice", a)
	}
}
