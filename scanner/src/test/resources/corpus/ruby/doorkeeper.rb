Doorkeeper::JWT.configure do # expect: local-sign
  token_payload do |opts|
    { iss: 'orders', sub: opts[:resource_owner_id] }
  end
  secret_key 'unrelated'
end

class LoginToken
  def self.claims(id_token, client_id)
    Google::Auth::IDTokens.verify_oidc(id_token, aud: client_id) # expect: local-decode
  end

  def self.peek(token)
    JOSE::JWT.peek_payload(token) # expect: unverified-decode
  end
end
