package auth

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

const authURL = "http://auth:8080"

func verifyToken(client *http.Client, raw string, keys jwt.Keyfunc) (map[string]any, error) { // expect: validate-duplicate
	body := strings.NewReader(fmt.Sprintf(`{"token":%q}`, raw))
	req, err := http.NewRequest(http.MethodPost, authURL+"/auth/validate", body)
	if err != nil {
		return nil, err
	}
	resp, err := client.Do(req)
	if err != nil || resp.StatusCode != http.StatusOK {
		token, err := jwt.Parse(raw, keys) // expect: local-fallback, local-decode
		if err != nil {
			return nil, err
		}
		return token.Claims.(jwt.MapClaims), nil
	}
	defer resp.Body.Close()
	var claims map[string]any
	return claims, json.NewDecoder(resp.Body).Decode(&claims)
}
