package tokens

import (
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type Service struct {
	signer jose.Signer
	key    []byte
}

func NewService() (*Service, error) {
	key := []byte(os.Getenv("TOKEN_KEY")) // expect: secret-env-read
	signer, err := jose.NewSigner(
		jose.SigningKey{Algorithm: jose.HS256, Key: key},
		(&jose.SignerOptions{}).WithType("JWT"),
	)
	if err != nil {
		return nil, err
	}
	return &Service{signer: signer, key: key}, nil
}

func (s *Service) Issue(subject string) (string, error) {
	return jwt.Signed(s.signer).
		Claims(jwt.Claims{Subject: subject, Expiry: jwt.NewNumericDate(time.Now())}).
		Serialize() // expect: local-sign
}

func (s *Service) Subject(raw string) (string, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return "", err
	}
	var claims jwt.Claims
	if err := token.Claims(s.key, &claims); err != nil { // expect: local-decode
		return "", err
	}
	return claims.Subject, claims.Validate(jwt.Expected{Time: time.Now()})
}

func issuer(token *jwt.JSONWebToken) string {
	out := jwt.Claims{}
	_ = token.UnsafeClaimsWithoutVerification(&out) // expect: unverified-decode
	return out.Issuer
}
