package config

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims is only the shape; the authority judges tokens.
type Claims struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant"`
}

type Config struct {
	JWTIssuer       string        `env:"JWT_ISSUER"`
	JWTJwksURL      string        `env:"JWT_JWKS_URL"`
	JWTPublicKey    string        `env:"JWT_PUBLIC_KEY"`
	JWTExpiresIn    time.Duration `env:"JWT_EXPIRES_IN" envDefault:"15m"`
	JWTCookieName   string        `env:"JWT_COOKIE_NAME" envDefault:"access_token"`
	StripeSecretKey string        `env:"STRIPE_SECRET_KEY"`
	SessionSecret   string        `env:"SESSION_SECRET"`
}

func FromEnv() Config {
	return Config{
		JWTIssuer:       os.Getenv("JWT_ISSUER"),
		JWTPublicKey:    os.Getenv("JWT_PUBLIC_KEY"),
		StripeSecretKey: os.Getenv("STRIPE_SECRET_KEY"),
		SessionSecret:   os.Getenv("SESSION_SECRET"),
	}
}

func (c Claims) HasTenant(tenant string) bool { return c.Tenant == tenant }
