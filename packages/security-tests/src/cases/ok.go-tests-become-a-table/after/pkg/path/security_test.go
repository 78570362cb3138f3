package path

import "testing"

func TestUnsafePathsAreRefused(t *testing.T) {
	for _, path := range []string{"../x", "/x"} {
		t.Run(path, func(t *testing.T) {
			if Clean(path) != "" {
				t.Error("path was allowed")
			}
		})
	}
}
