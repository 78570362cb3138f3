package session

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"log"
)

func Open(key, payload, tag []byte) (*Session, error) {
	mac := hmac.New(sha256.New, key)
	mac.Write(payload)
	if !hmac.Equal(mac.Sum(nil), tag) {
		return nil, errors.New("bad tag")
	}
	session, err := decode(payload)
	if err != nil {
		return nil, err
	}
	if session.Expired() {
		log.Printf("session of %s is expired", session.User)
	}
	return session, nil
}
