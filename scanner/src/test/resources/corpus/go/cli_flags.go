package main

import (
	"context"

	"github.com/golang-jwt/jwt/v5"
	"github.com/urfave/cli/v2"
)

type Settings struct {
	Listen string `yaml:"listen"`
	JWT    struct {
		Issuer string `yaml:"issuer"`
		Secret string `yaml:"secret"` // expect: secret-env-read
	} `yaml:"jwt"`
	Stripe struct {
		Secret string `yaml:"secret"`
	} `yaml:"stripe"`
}

var flags = []cli.Flag{
	&cli.StringFlag{Name: "listen", Value: ":8080"},
	&cli.StringFlag{ // expect: secret-env-read
		Name:  "jwt-secret",
		Usage: "secret that signs the tokens",
		Value: "cli-flag-default", // expect: secret-hardcoded
	},
}

type Server struct {
	authClient interface {
		ValidateToken(ctx context.Context, token string) (map[string]any, error)
	}
	settings Settings
}

func (s *Server) both(ctx context.Context, remote, local string) error {
	_, err := s.authClient.ValidateToken(ctx, remote)
	if err != nil {
		return err
	}
	_, err = jwt.Parse(local, func(*jwt.Token) (any, error) { return []byte(s.settings.JWT.Secret), nil }) // expect: local-decode, secret-env-read
	if err != nil {
		_, _, err = jwt.NewParser().ParseUnverified(local, jwt.MapClaims{}) // expect: unverified-decode
	}
	return err
}
