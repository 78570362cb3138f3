package acl

import "testing"

func TestGuestCannotWrite(t *testing.T) {
	err := Write("guest")
	if err != ErrDenied {
		t.Fatalf("got %v", err)
	}
}
