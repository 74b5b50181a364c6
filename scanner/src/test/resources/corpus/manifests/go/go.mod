module github.com/example/orders-jwt

go 1.22

require github.com/golang-jwt/jwt/v5 v5.2.0 // expect: jwt-dependency

require (
	github.com/gin-gonic/gin v1.9.1
	github.com/lestrrat-go/jwx/v2 v2.0.19 // expect: jwt-dependency
	github.com/go-jose/go-jose/v4 v4.0.1 // indirect; expect: jwt-dependency
	gopkg.in/square/go-jose.v2 v2.6.0 // expect: jwt-dependency
	// github.com/dgrijalva/jwt-go v3.2.0+incompatible
	golang.org/x/crypto v0.21.0
	github.com/nats-io/jwt/v2 v2.5.5 // indirect
)

replace github.com/dgrijalva/jwt-go => github.com/golang-jwt/jwt v3.2.1+incompatible

exclude github.com/golang-jwt/jwt/v4 v4.0.0
