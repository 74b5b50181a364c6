package tokens

import (
	"context"
	"net/http"
	"time"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func issue(key []byte) ([]byte, error) {
	tok, err := jwt.NewBuilder().Issuer("orders").Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256, key)) // expect: local-sign
}

func read(raw, key []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256, key), jwt.WithValidate(true)) // expect: local-decode
}

func fromRequest(r *http.Request) (jwt.Token, error) {
	return jwt.ParseRequest(r, jwt.WithKey(jwa.HS256, []byte("hunter2hunter2"))) // expect: local-decode, secret-hardcoded
}

func peek(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithVerify(false), jwt.WithValidate(false)) // expect: unverified-decode, weak-validation
}

func insecure(raw []byte) (jwt.Token, error) {
	return jwt.ParseInsecure(raw) // expect: unverified-decode
}

func lenient(ctx context.Context, raw []byte, key any) (jwt.Token, error) {
	return jwt.ParseString(string(raw), jwt.WithKey(jwa.RS256, key), jwt.WithValidate(false)) // expect: local-decode, weak-validation
}

func payload(raw []byte, key any) ([]byte, error) {
	return jws.Verify(raw, jws.WithKey(jwa.ES256, key)) // expect: local-decode
}

func header(raw []byte) (*jws.Message, error) {
	return jws.Parse(raw) // expect: unverified-decode
}
