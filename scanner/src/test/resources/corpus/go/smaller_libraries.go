package small

import (
	"net/http"

	"github.com/cristalhq/jwt/v5"
	gb "github.com/gbrlsnchs/jwt/v3"
	kat "github.com/kataras/jwt"
	pd "github.com/pascaldekloe/jwt"
)

var hs = gb.NewHS256([]byte("gb-secret-of-ours")) // expect: secret-hardcoded

func gbSign(p gb.Payload) ([]byte, error) { return gb.Sign(p, hs) } // expect: local-sign

func gbVerify(raw []byte) (gb.Payload, error) {
	var p gb.Payload
	_, err := gb.Verify(raw, hs, &p) // expect: local-decode
	return p, err
}

func cristal(key, raw []byte) error {
	verifier, err := jwt.NewVerifierHS(jwt.HS256, key)
	if err != nil {
		return err
	}
	_, err = jwt.Parse(raw, verifier) // expect: local-decode
	return err
}

func cristalIssue(key []byte) (*jwt.Token, error) {
	signer, _ := jwt.NewSignerHS(jwt.HS256, key)
	return jwt.NewBuilder(signer).Build(map[string]any{"sub": "a"}) // expect: local-sign
}

func cristalPeek(raw []byte) (*jwt.Token, error) {
	return jwt.ParseNoVerify(raw) // expect: unverified-decode
}

func katarasBoth(key []byte, claims any) error {
	token, err := kat.Sign(kat.HS256, key, claims) // expect: local-sign
	if err != nil {
		return err
	}
	_, err = kat.Verify(kat.HS256, key, token) // expect: local-decode
	return err
}

func pascal(r *http.Request, key []byte) (*pd.Claims, error) {
	return pd.HMACCheck([]byte(r.Header.Get("X-Token")), key) // expect: local-decode
}

func pascalSign(key []byte) ([]byte, error) {
	var claims pd.Claims
	claims.Subject = "alice"
	return claims.HMACSign(pd.HS256, key) // expect: local-sign
}
