package mail

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
)

var header = base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`))

type JWT struct {
	SigningKey string `mapstructure:"signing-key" yaml:"signing-key"` // expect: secret-env-read
	Issuer     string `mapstructure:"issuer" yaml:"issuer"`
}

type Mail struct {
	SigningKey string `mapstructure:"signing-key" yaml:"signing-key"`
}

func Issue(claims map[string]any, key []byte) (string, error) {
	body, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	content := header + "." + base64.RawURLEncoding.EncodeToString(body)
	mac := hmac.New(sha256.New, key) // expect: local-sign
	mac.Write([]byte(content))
	return content + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

func Footer(text string, key []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
