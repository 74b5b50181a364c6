package auth

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

type Remote struct {
	base   string
	client *http.Client
}

type Claims struct {
	Subject string `json:"sub"`
	Active  bool   `json:"active"`
}

func (r *Remote) ValidateToken(ctx context.Context, token string) (*Claims, error) {
	payload, err := json.Marshal(map[string]string{"token": token})
	if err != nil {
		return nil, err
	}
	resp, err := r.client.Post(r.base+"/auth/validate", "application/json", bytes.NewReader(payload))
	if err != nil {
		return nil, fmt.Errorf("ask the authority: %w", err)
	}
	defer resp.Body.Close()
	var claims Claims
	if err := json.NewDecoder(resp.Body).Decode(&claims); err != nil {
		return nil, err
	}
	return &claims, nil
}

func (r *Remote) Introspect(ctx context.Context, token string) (bool, error) {
	form := url.Values{"token": {token}}
	resp, err := http.PostForm(r.base+"/oauth2/introspect", form)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	var claims Claims
	err = json.NewDecoder(resp.Body).Decode(&claims)
	return claims.Active, err
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}
