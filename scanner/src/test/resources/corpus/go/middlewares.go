package server

import (
	"os"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

var tokenAuth = jwtauth.New("HS256", []byte("chi-secret-value"), nil) // expect: secret-hardcoded

func router() chi.Router {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(tokenAuth)) // expect: local-decode
	r.Use(jwtauth.Authenticator(tokenAuth))
	return r
}

func login() string {
	_, token, _ := tokenAuth.Encode(map[string]interface{}{"user_id": 123}) // expect: local-sign
	return token
}

func fiberApp(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // expect: local-decode
		SigningKey: jwtware.SigningKey{Key: []byte(os.Getenv("FIBER_KEY"))}, // expect: secret-env-read
	}))
}

func echoApp(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // expect: local-decode
		SigningKey: []byte("echo-secret-value"), // expect: secret-hardcoded
	}))
	e.Use(middleware.Logger())
}

func oldEcho(e *echo.Echo, key []byte) {
	config := middleware.JWTConfig{SigningKey: key, ContinueOnIgnoredError: true} // expect: weak-validation
	e.Use(middleware.JWTWithConfig(config)) // expect: local-decode
	e.Use(middleware.JWT(key))              // expect: local-decode
	e.Use(middleware.CORS())
}
