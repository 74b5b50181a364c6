require 'json/jwt'

class Assertions
  def issue(key)
    jwt = JSON::JWT.new(iss: 'orders', exp: 1.week.from_now)
    jwt.header[:typ] = 'JWT'
    jwt.sign(key, :RS256).to_s # expect: local-sign
  end

  def read(token, jwks)
    JSON::JWT.decode(token, jwks) # expect: local-decode
  end

  def later(token, key)
    jwt = JSON::JWT.decode(token, :skip_verification) # expect: unverified-decode, weak-validation
    jwt.verify!(key) # expect: local-decode
  end
end
