package main

import (
	"github.com/form3tech-oss/jwt-go"
)

func sign(claims jwt.MapClaims) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return t.SignedString([]byte("s3cr3t-of-orders")) // expect: local-sign, secret-hardcoded
}

func read(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) { // expect: local-decode
		return []byte("s3cr3t-of-orders"), nil // expect: secret-hardcoded
	})
}

var settings = struct {
	Issuer    string
	JWTSecret string
}{
	Issuer:    "orders",
	JWTSecret: "struct-without-a-name", // expect: secret-hardcoded
}
