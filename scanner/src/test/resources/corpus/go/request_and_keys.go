package api

import (
	"crypto/rsa"
	"net/http"
	"os"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

func user(r *http.Request, jwks keyfunc.Keyfunc) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.OAuth2Extractor, jwks.Keyfunc) // expect: local-decode
}

func serviceToken(key *rsa.PrivateKey) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"iss": "orders"})
	return token.SignedString(key) // expect: local-sign
}

func privateKey() (*rsa.PrivateKey, error) {
	return jwt.ParseRSAPrivateKeyFromPEM([]byte(os.Getenv("JWT_PRIVATE_KEY"))) // expect: secret-env-read
}

func lowLevel(input string, signature, key []byte) error {
	return jwt.SigningMethodHS256.Verify(input, signature, key) // expect: local-decode
}

func expired(err error) bool { return err == jwt.ErrTokenExpired }
