package main

import (
	"time"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

func authMiddleware() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{ // expect: local-decode
		Realm:      "orders",
		Key:        []byte("gin-secret-value"), // expect: secret-hardcoded
		Timeout:    time.Hour,
		MaxRefresh: time.Hour,
		PayloadFunc: func(data interface{}) jwt.MapClaims {
			return jwt.MapClaims{"id": data}
		},
	})
}

func refresh(m *jwt.GinJWTMiddleware, user any) (string, error) {
	token, _, err := m.TokenGenerator(user) // expect: local-sign
	return token, err
}

func routes(r *gin.Engine, m *jwt.GinJWTMiddleware) {
	r.POST("/login", m.LoginHandler)
	r.Group("/api").Use(m.MiddlewareFunc())
}
