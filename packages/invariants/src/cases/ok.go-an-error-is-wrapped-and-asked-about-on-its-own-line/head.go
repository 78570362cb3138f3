package licence

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"os"
)

type Reader struct {
	key   ed25519.PublicKey
	clock Clock
}

func (r *Reader) Read(path string) (*Licence, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	licence, err := decode(data)
	if err != nil {
		return nil, err
	}
	err = r.verify(licence.Payload, licence.Signature)
	if err != nil {
		return nil, fmt.Errorf("licence %s: %w", path, err)
	}
	if licence.Expires.Before(r.clock.Now()) {
		return nil, errors.New("expired")
	}
	return licence, nil
}
