package limit

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBurstIsLimited(t *testing.T) {
	assert.Equal(t, false, Allow(101))
}
