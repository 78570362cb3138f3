package proxy

import "testing"

func TestPrivateHosts(t *testing.T) {
	for _, host := range []string{"127.0.0.1", "10.0.0.1", "::1", "169.254.169.254"} {
		if !Private(host) {
			t.Errorf("%s is public", host)
		}
	}
}
