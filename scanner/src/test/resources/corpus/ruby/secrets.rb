require 'jwt'

JWT_SECRET = ENV['JWT_SECRET'] || 'development-secret' # expect: secret-env-read, secret-hardcoded, deprecated-secret-name

class TokenService
  attr_reader :key

  def initialize(key = ENV.fetch('JWT_SECRET_KEY')) # expect: secret-env-read
    @key = key
  end

  def issue(user)
    ::JWT.encode({ sub: user.id, exp: 1.hour.from_now.to_i }, key, 'HS256') # expect: local-sign
  end

  def with_block
    ENV.fetch('JWT_SECRET_KEY') { 'block-default-secret' } # expect: secret-env-read, secret-hardcoded
  end

  def with_default
    ENV.fetch('JWT_SECRET_KEY', 'plain-default-secret') # expect: secret-env-read, secret-hardcoded
  end

  def lazily
    @hmac ||= ENV['HMAC_MATERIAL'] # expect: secret-env-read
    JWT.encode({ a: 1 }, @hmac, 'HS256') # expect: local-sign
  end

  def literal(token)
    JWT.decode(token, 's3cr3t-in-code', true, algorithm: 'HS256') # expect: local-decode, secret-hardcoded
  end
end
