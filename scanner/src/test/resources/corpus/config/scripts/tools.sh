#!/bin/sh
jwt encode --secret "$KEY" '{"sub":"x"}' # expect: local-sign, secret-env-read
jwt decode "$TOKEN" # expect: unverified-decode
step crypto jwt verify --key pub.json --iss x --aud y < token # expect: local-decode
curl -s "$AUTHORITY/introspect" -d token="$TOKEN"
curl -s "$AUTHORITY/.well-known/jwks.json" | jq '.keys[0].kid'
npm run jwt:docs
