package misc

import (
	"encoding/base64"
	"encoding/json"
	"log"
	"net/url"
	"os"
	"strings"

	"google.golang.org/protobuf/proto"
)

// jwt.Parse(raw, keyFunc) and os.Getenv("JWT_SECRET") are only mentioned here.
var help = "set JWT_SECRET_KEY before you start the authority"

type Decoder interface{ Decode(v any) error }

type jwt struct{}

func (jwt) Parse(s string) (string, error) { return s, nil }

func use() {
	var j jwt
	out, _ := j.Parse("x")
	log.Println("parsed a jwt", out)
}

func Parse(token string) (*url.URL, error) { return url.Parse(token) }

func version(v string) (string, string) {
	parts := strings.Split(v, ".")
	return parts[0], parts[1]
}

func image(data string) ([]byte, error) { return base64.StdEncoding.DecodeString(data) }

func read(raw []byte, m proto.Message) error { return proto.Unmarshal(raw, m) }

func settings() map[string]string {
	return map[string]string{
		"token_url": os.Getenv("TOKEN_URL"),
		"issuer":    os.Getenv("JWT_ISSUER"),
		"github":    os.Getenv("GITHUB_TOKEN"),
		"ttl":       os.Getenv("JWT_EXPIRATION"),
		"public":    os.Getenv("JWT_PUBLIC_KEY"),
	}
}

func Verify(email string) error { return json.NewDecoder(strings.NewReader(email)).Decode(&email) }
