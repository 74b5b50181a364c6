require 'jwt'

module Tokens
  ALGORITHM = 'HS256'

  module_function

  def read(token, key)
    JWT.decode(token, key, true, { algorithm: ALGORITHM }).first # expect: local-decode
  end

  def peek(token)
    JWT.decode(token, nil, false).first # expect: unverified-decode, weak-validation
  end

  def peek_without_parentheses(token)
    payload, = JWT.decode token, nil, false # expect: unverified-decode, weak-validation
    payload
  end

  def unsigned(token)
    JWT.decode(token, nil, true, algorithm: 'none') # expect: local-decode, weak-validation
  end

  def no_expiry(token, key)
    JWT.decode(token, key, true, { verify_expiration: false, algorithm: 'HS512' }) # expect: local-decode, weak-validation
  end

  def no_issuer(token, key)
    options = { algorithm: 'RS256', verify_iss: false }
    JWT.decode(token, key, true, options) # expect: local-decode, weak-validation
  end

  def several(token, keys)
    JWT.decode(token, keys, true, algorithms: %w[HS256 HS512], verify_aud: true, aud: 'orders') # expect: local-decode
  end

  def unsigned_token(payload)
    JWT.encode(payload, nil, 'none') # expect: local-sign, weak-validation
  end
end
