package tokens

import (
	jose "gopkg.in/square/go-jose.v2"
	"gopkg.in/square/go-jose.v2/jwt"
)

func sign(claims interface{}) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte("another-plain-key")}, nil) // expect: secret-hardcoded
	if err != nil {
		return "", err
	}
	return jwt.Signed(signer).Claims(claims).CompactSerialize() // expect: local-sign
}

func payload(raw string, key interface{}) ([]byte, error) {
	object, err := jose.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	return object.Verify(key) // expect: local-decode
}
