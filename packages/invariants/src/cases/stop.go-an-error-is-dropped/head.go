package session

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
)

func Open(key, payload, tag []byte) (*Session, error) {
	mac := hmac.New(sha256.New, key)
	mac.Write(payload)
	if !hmac.Equal(mac.Sum(nil), tag) {
		return nil, errors.New("bad tag")
	}
	session, _ := decode(payload)
	if session.Expired() {
		return nil, errors.New("expired")
	}
	return session, nil
}
