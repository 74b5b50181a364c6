package handlers

import (
	"net/http"

	jwtgo "github.com/dgrijalva/jwt-go"
	"github.com/spf13/viper"
)

type SessionHandler struct {
	secret []byte
}

func NewSessionHandler() *SessionHandler {
	return &SessionHandler{secret: []byte(viper.GetString("jwt.secret"))} // expect: secret-env-read
}

func (h *SessionHandler) Login(w http.ResponseWriter, r *http.Request) {
	signed, err := jwtgo.
		NewWithClaims(jwtgo.SigningMethodHS512, jwtgo.MapClaims{
			"sub": r.FormValue("user"),
		}).
		SignedString(h.secret) // expect: local-sign
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(signed))
}

func (h *SessionHandler) parse(raw string) (*jwtgo.Token, error) {
	parser := &jwtgo.Parser{SkipClaimsValidation: true}          // expect: weak-validation
	return parser.Parse(raw, func(*jwtgo.Token) (any, error) { // expect: local-decode
		return h.secret, nil
	})
}

func (h *SessionHandler) kid(raw string) (string, error) {
	token, _, err := new(jwtgo.Parser).ParseUnverified(raw, jwtgo.MapClaims{}) // expect: unverified-decode
	if err != nil {
		return "", err
	}
	kid, _ := token.Header["kid"].(string)
	return kid, nil
}
