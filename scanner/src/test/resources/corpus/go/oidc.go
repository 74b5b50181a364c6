package login

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

type Login struct {
	verifier *oidc.IDTokenVerifier
	config   oauth2.Config
}

func New(ctx context.Context, issuer string) (*Login, error) {
	provider, err := oidc.NewProvider(ctx, issuer)
	if err != nil {
		return nil, err
	}
	return &Login{verifier: provider.Verifier(&oidc.Config{SkipClientIDCheck: true})}, nil // expect: weak-validation
}

func (l *Login) Callback(ctx context.Context, code string) (*oidc.IDToken, error) {
	token, err := l.config.Exchange(ctx, code)
	if err != nil {
		return nil, err
	}
	raw, _ := token.Extra("id_token").(string)
	return l.verifier.Verify(ctx, raw) // expect: local-decode
}
