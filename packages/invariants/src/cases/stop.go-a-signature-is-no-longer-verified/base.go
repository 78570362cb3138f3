package licence

import (
	"crypto/ed25519"
	"errors"
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
	if err := r.verify(licence.Payload, licence.Signature); err != nil {
		return nil, err
	}
	if licence.Expires.Before(r.clock.Now()) {
		return nil, errors.New("expired")
	}
	return licence, nil
}
