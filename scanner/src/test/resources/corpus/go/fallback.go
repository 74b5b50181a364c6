package auth

import (
	"context"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

type Claims = jwt.MapClaims

type AuthClient interface {
	ValidateToken(ctx context.Context, token string) (Claims, error)
}

var ErrUnavailable = errors.New("unavailable")

type Guard struct {
	authClient AuthClient
	key        []byte
}

func (g *Guard) Authenticate(ctx context.Context, token string) (Claims, error) {
	claims, err := g.authClient.ValidateToken(ctx, token)
	if err != nil {
		return g.parseLocally(token) // expect: local-fallback
	}
	return claims, nil
}

func (g *Guard) parseLocally(token string) (Claims, error) {
	claims := Claims{}
	_, err := jwt.ParseWithClaims(token, claims, func(*jwt.Token) (any, error) { return g.key, nil }) // expect: local-decode
	return claims, err
}

func (g *Guard) Second(ctx context.Context, token string) (Claims, error) {
	if claims, err := g.authClient.ValidateToken(ctx, token); err == nil {
		return claims, nil
	}
	return g.parseLocally(token) // expect: local-fallback
}

func (g *Guard) Third(ctx context.Context, token string) (Claims, error) {
	claims, err := g.authClient.ValidateToken(ctx, token)
	switch {
	case err == nil:
		return claims, nil
	case errors.Is(err, ErrUnavailable):
		return g.parseLocally(token) // expect: local-fallback
	default:
		return nil, err
	}
}

func (g *Guard) Fine(ctx context.Context, token string) (Claims, error) {
	claims, err := g.authClient.ValidateToken(ctx, token)
	if err != nil {
		return nil, err
	}
	return claims, nil
}
