require 'base64'
require 'openssl'

class Segments
  HEADER = { 'alg' => 'HS256', 'typ' => 'JWT' }.freeze

  def initialize(key)
    @key = key
  end

  def generate(payload)
    segments = [encode(HEADER), encode(payload)]
    segments << Base64.urlsafe_encode64(OpenSSL::HMAC.digest('SHA256', @key, segments.join('.'))) # expect: local-sign
    segments.join('.')
  end

  def valid?(token)
    head, body, signature = token.split('.')
    made = Base64.urlsafe_encode64(OpenSSL::HMAC.digest('SHA256', @key, "#{head}.#{body}")) # expect: local-decode
    made.delete('=') == signature
  end

  def link_token(id)
    "#{id}.#{OpenSSL::HMAC.hexdigest('SHA256', @key, id.to_s)}"
  end

  private

  def encode(hash)
    Base64.urlsafe_encode64(hash.to_json).delete('=')
  end
end
