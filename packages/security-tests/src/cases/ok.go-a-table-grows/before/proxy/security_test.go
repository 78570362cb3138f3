package proxy

import "testing"

func TestPrivateHosts(t *testing.T) {
	for _, host := range []string{"127.0.0.1", "10.0.0.1"} {
		if !Private(host) {
			t.Errorf("%s is public", host)
		}
	}
}
