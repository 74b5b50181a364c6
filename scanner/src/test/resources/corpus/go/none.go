package legacy

import "github.com/golang-jwt/jwt/v5"

func Unsigned(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, claims). // expect: weak-validation
		SignedString(jwt.UnsafeAllowNoneSignatureType) // expect: local-sign, weak-validation
}

func Accept(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(token *jwt.Token) (any, error) { // expect: local-decode
		return jwt.UnsafeAllowNoneSignatureType, nil // expect: weak-validation
	})
}

func NoClaims(raw string, keys jwt.Keyfunc) (*jwt.Token, error) {
	return jwt.Parse(raw, keys, jwt.WithoutClaimsValidation()) // expect: local-decode, weak-validation
}
