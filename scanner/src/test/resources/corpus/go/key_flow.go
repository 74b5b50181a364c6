package token

import (
	"log"
	"os"

	"github.com/golang-jwt/jwt/v4"
)

const fallbackKey = "please-change-me-2024" // expect: secret-hardcoded

type Issuer struct {
	key    []byte
	parser *jwt.Parser
}

func New() (*Issuer, error) {
	key, ok := os.LookupEnv("SIGNING_MATERIAL") // expect: secret-env-read
	if !ok {
		log.Println("no key is set")
		key = fallbackKey
	}
	return &Issuer{key: []byte(key), parser: jwt.NewParser(jwt.WithoutClaimsValidation())}, nil // expect: weak-validation
}

func (i *Issuer) Issue(subject string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	token.Claims = jwt.MapClaims{"sub": subject}
	return token.SignedString(i.key) // expect: local-sign
}

func (i *Issuer) Read(raw string) (*jwt.Token, error) {
	return i.parser.Parse(raw, i.keyFor) // expect: local-decode
}

func (i *Issuer) keyFor(token *jwt.Token) (interface{}, error) {
	return i.key, nil
}
