# frozen_string_literal: true

require 'jwt'

class JsonWebToken
  SECRET_KEY = Rails.application.secrets.secret_key_base.to_s # expect: secret-env-read

  def self.encode(payload, exp = 24.hours.from_now)
    payload[:exp] = exp.to_i
    JWT.encode(payload, SECRET_KEY) # expect: local-sign
  end

  def self.decode(token)
    decoded = JWT.decode(token, SECRET_KEY)[0] # expect: local-decode
    HashWithIndifferentAccess.new decoded
  rescue JWT::DecodeError => e
    Rails.logger.info("not a token: #{e.message}")
    nil
  end
end
