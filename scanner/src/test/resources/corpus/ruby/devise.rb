class User < ApplicationRecord
  devise :database_authenticatable, :registerable,
         :jwt_authenticatable, jwt_revocation_strategy: JwtDenylist # expect: local-decode
end

Devise.setup do |config|
  config.mailer_sender = 'orders@example.com'
  config.jwt do |jwt|
    jwt.secret = ENV['DEVISE_JWT_SECRET_KEY'] # expect: secret-env-read
    jwt.dispatch_requests = [['POST', %r{^/login$}]]
    jwt.expiration_time = 5.minutes.to_i
  end
end

class Tokens
  def self.for(user)
    Warden::JWTAuth::UserEncoder.new.call(user, :user, nil).first # expect: local-sign
  end

  def self.payload(token)
    Warden::JWTAuth::TokenDecoder.new.call(token) # expect: local-decode
  end
end
