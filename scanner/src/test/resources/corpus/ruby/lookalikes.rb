# JWT.decode(token, nil, false) is only mentioned in a comment.
require 'base64'
require 'json'
require 'uri'

class Codec
  HELP = 'JWT_SECRET_KEY belongs to the authority'

  def decode(text)
    JSON.parse(Base64.decode64(text))
  end

  def encode(value)
    Base64.strict_encode64(Marshal.dump(value))
  end

  def query(text)
    URI.decode_www_form(text).to_h
  end

  def version(text)
    text.split('.').map(&:to_i)
  end

  def settings
    {
      issuer: ENV['JWT_ISSUER'],
      ttl: ENV.fetch('JWT_EXPIRATION', '900'),
      github: ENV['GITHUB_TOKEN'],
      twitter: ENV['ACCESS_TOKEN_SECRET']
    }
  end

  def verify(password)
    BCrypt::Password.new(@digest) == password
  end
end
