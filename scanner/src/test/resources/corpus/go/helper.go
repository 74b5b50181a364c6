package config

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func envOr(name, fallback string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return fallback
}

var tokenKey = []byte(envOr("ORDERS_KEY", "orders-in-development")) // expect: secret-env-read, secret-hardcoded

func Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(tokenKey) // expect: local-sign
}
