package server

import (
	"net/http"
	"strings"

	"github.com/acme/orders/internal/config"
	"github.com/golang-jwt/jwt/v5"
)

func Middleware(cfg *config.Config) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
			token, err := jwt.Parse(raw, func(t *jwt.Token) (interface{}, error) { // expect: local-decode
				return []byte(cfg.JWTSecret), nil // expect: secret-env-read
			}, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil || !token.Valid {
				http.Error(w, "unauthorized", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func background(cfg *config.Config, raw string, done chan<- error) {
	go func() {
		_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(cfg.Auth.Key), nil }) // expect: local-decode, secret-env-read
		done <- err
	}()
}

func Address(cfg *config.Config) string { return cfg.Host + ":" + cfg.Port }
