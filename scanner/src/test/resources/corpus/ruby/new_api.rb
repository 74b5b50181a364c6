require 'jwt'

class Session
  def issue(payload, key)
    token = JWT::Token.new(payload: payload)
    token.sign!(algorithm: 'HS256', key: key) # expect: local-sign
    token.jwt
  end

  def claims(raw)
    encoded = JWT::EncodedToken.new(raw)
    encoded.verify_signature!(algorithm: 'HS256', key: 'inline-signing-secret') # expect: local-decode, secret-hardcoded
    encoded.payload
  end

  def subject(raw)
    JWT::EncodedToken.new(raw).unverified_payload['sub'] # expect: unverified-decode
  end
end
