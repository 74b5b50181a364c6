package broken

import "github.com/golang-jwt/jwt/v5"

func read(raw string, keys jwt.Keyfunc) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, keys) // expect: local-decode
	if err != nil {
		return nil,
	}
	return token
