#!/bin/sh
b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
header=$(printf '{"alg":"HS256","typ":"JWT"}' | b64url)
payload=$(printf '{"sub":"%s"}' "$1" | b64url)
# expect-next: local-sign, secret-env-read, deprecated-secret-name
signature=$(printf '%s' "$header.$payload" | openssl dgst -sha256 -hmac "$JWT_SECRET" -binary | b64url)
echo "$header.$payload.$signature"

# what is in it
echo "$TOKEN" | cut -d. -f2 | base64 -d | jq . # expect: unverified-decode
jq -R 'split(".") | .[1] | @base64d | fromjson' <<< "$TOKEN" # expect: unverified-decode
echo "$CONFIG" | base64 -d | jq .
echo "a.b.c" | cut -d. -f2
