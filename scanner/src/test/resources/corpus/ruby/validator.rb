require 'jwt'
require 'net/http'

class TokenValidator
  def initialize(jwks)
    @jwks = jwks
  end

  def valid_token?(token) # expect: validate-duplicate
    return false unless token

    decode(token)
    true
  rescue JWT::VerificationError, JWT::ExpiredSignature
    false
  end

  def verify_jwt!(token) # expect: validate-duplicate
    decode(token) or raise ArgumentError
  end

  private

  def decode(token)
    JWT.decode(token, nil, true, algorithms: ['RS256'], jwks: @jwks) # expect: local-decode
  end
end
