package auth

import "testing"

func TestExpiredTokenIsRefused(t *testing.T) {
	if _, err := Parse(expired); err != ErrExpired {
		t.Fatalf("got %v", err)
	}
}
