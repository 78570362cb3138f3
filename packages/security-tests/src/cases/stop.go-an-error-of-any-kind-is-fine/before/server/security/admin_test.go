package security

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAdminNeedsRole(t *testing.T) {
	_, err := Open(user("guest"))
	require.ErrorIs(t, err, ErrForbidden)
}
