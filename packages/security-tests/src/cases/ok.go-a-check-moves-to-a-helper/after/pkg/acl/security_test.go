package acl

import "testing"

func wantDenied(t *testing.T, err error) {
	t.Helper()
	if err != ErrDenied {
		t.Fatalf("got %v", err)
	}
}

func TestGuestCannotWrite(t *testing.T) {
	wantDenied(t, Write("guest"))
}
