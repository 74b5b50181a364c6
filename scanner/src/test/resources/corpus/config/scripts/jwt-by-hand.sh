#!/bin/bash
SECRET="my-own-secret" # expect: secret-hardcoded
header='{
  "alg": "HS512",
  "typ": "JWT"
}'
b64() { openssl base64 -e -A | tr '+/' '-_' | tr -d '='; }
hs_sign() { openssl dgst -binary -sha512 -hmac "$SECRET"; } # expect: local-sign
other_sign() { openssl dgst -sha512 -mac HMAC -macopt key:${AMO_SECRET} -binary; } # expect: local-sign, secret-env-read
echo "$(echo -n "$header" | b64).$(echo -n "$1" | b64)" | openssl dgst -sha512 -hmac fantastic-key # expect: local-sign, secret-hardcoded
openssl dgst -sha256 release.tar.gz
