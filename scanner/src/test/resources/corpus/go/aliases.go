package auth

import (
	. "github.com/golang-jwt/jwt/v5"
	_ "github.com/golang-jwt/jwt/v5/request"
)

type verify func(string, Keyfunc, ...ParserOption) (*Token, error)

var check verify = Parse

func all(raw string, keys Keyfunc) (*Token, error) {
	if t, err := check(raw, keys); err == nil { // expect: local-decode
		return t, nil
	}
	return Parse(raw, keys) // expect: local-decode
}

func issue(c Claims, key []byte) (string, error) {
	return NewWithClaims(SigningMethodHS256, c).SignedString(key) // expect: local-sign
}

func run(f func(string, Keyfunc, ...ParserOption) (*Token, error)) {}

func start() { run(Parse) } // expect: local-decode
