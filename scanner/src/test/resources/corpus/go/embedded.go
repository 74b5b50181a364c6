package gate

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type Parser struct {
	*jwt.Parser
	audience string
}

func (p *Parser) Audience() string { return p.audience }

type Client struct {
	http.Client
}

func Read(p *Parser, text string, key jwt.Keyfunc) error {
	_, err := p.Parse(text, key) // expect: local-decode
	return err
}

func Ask(c *Client, text string) error {
	_, err := c.Get("https://auth.acme.example/auth/validate?" + text)
	return err
}
