package web

import (
	"net/http"
	"net/url"
	"time"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v2"
	"github.com/auth0/go-jwt-middleware/v2/jwks"
	"github.com/auth0/go-jwt-middleware/v2/validator"
)

func EnsureValidToken(issuer *url.URL) func(http.Handler) http.Handler { // expect: validate-duplicate
	provider := jwks.NewCachingProvider(issuer, 5*time.Minute)
	jwtValidator, err := validator.New( // expect: local-decode
		provider.KeyFunc,
		validator.RS256,
		issuer.String(),
		[]string{"orders"},
	)
	if err != nil {
		panic(err)
	}
	middleware := jwtmiddleware.New(jwtValidator.ValidateToken, // expect: local-decode
		jwtmiddleware.WithCredentialsOptional(true)) // expect: weak-validation
	return middleware.CheckJWT
}
