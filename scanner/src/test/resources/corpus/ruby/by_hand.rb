require 'base64'
require 'json'
require 'openssl'

module HandMade
  def self.claims(token)
    _header, payload, _signature = token.split('.')
    JSON.parse(Base64.urlsafe_decode64(payload)) # expect: unverified-decode
  end

  def self.sign(claims, key)
    header = Base64.urlsafe_encode64({ alg: 'HS256', typ: 'JWT' }.to_json, padding: false)
    body = Base64.urlsafe_encode64(claims.to_json, padding: false)
    signature = OpenSSL::HMAC.digest('SHA256', key, "#{header}.#{body}") # expect: local-sign
    "#{header}.#{body}.#{Base64.urlsafe_encode64(signature, padding: false)}"
  end

  def self.verify_token(token, key) # expect: validate-duplicate
    head, body, signature = token.split('.')
    expected = OpenSSL::HMAC.digest('SHA256', key, "#{head}.#{body}") # expect: local-decode
    given = Base64.urlsafe_decode64(signature)
    raise ArgumentError unless OpenSSL.fixed_length_secure_compare(expected, given)

    JSON.parse(Base64.urlsafe_decode64(body))
  end
end
