package config

import (
	"flag"
	"os"

	"github.com/kelseyhightower/envconfig"
	"github.com/spf13/viper"
)

type Config struct {
	Port      int    `env:"PORT" envDefault:"8080"`
	Database  string `env:"DATABASE_URL"`
	JWTSecret string `env:"JWT_SECRET_KEY" envDefault:"local-secret-value"` // expect: secret-env-read, secret-hardcoded
}

type Auth struct {
	Issuer string `mapstructure:"jwt_issuer"`
	Secret string `mapstructure:"jwt_secret"`          // expect: secret-env-read
	Legacy string `envconfig:"JWT_SECRET" required:"true"` // expect: secret-env-read, deprecated-secret-name
	TTL    int    `mapstructure:"jwt_ttl"`
}

func Load() (*Auth, error) {
	var auth Auth
	if err := envconfig.Process("orders", &auth); err != nil {
		return nil, err
	}
	viper.SetDefault("jwt.secret", "viper-default-secret") // expect: secret-hardcoded
	viper.BindEnv("jwt.secret", "JWT_SECRET") // expect: secret-env-read, deprecated-secret-name
	auth.Secret = viper.GetString("jwt.secret") // expect: secret-env-read
	return &auth, nil
}

var jwtSecretFlag = flag.String("jwt-secret", "flag-default-secret", "secret that signs tokens") // expect: secret-env-read, secret-hardcoded

func getEnv(key, fallback string) string {
	if value := os.Getenv(key); value != "" {
		return value
	}
	return fallback
}

func secret() string {
	return getEnv("JWT_SECRET_KEY", "helper-default-secret") // expect: secret-env-read, secret-hardcoded
}
