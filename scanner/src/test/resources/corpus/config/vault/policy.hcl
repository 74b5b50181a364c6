path "secret/data/jwt" {
  capabilities = ["read"]
}
path "auth/jwt/login" {
  capabilities = ["create"]
}
