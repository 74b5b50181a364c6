Doorkeeper::JWT.configure do # expect: local-sign
  token_payload { |opts| { sub: opts[:resource_owner_id] } }
  secret_key ENV['PARTNER_JWT_KEY'] # expect: secret-env-read
  signing_method :hs512
end

Knock.setup do |config|
  config.token_lifetime = 1.week
  config.token_secret_signature_key = -> { Rails.application.credentials.fetch(:base) } # expect: secret-env-read
end

class Issuer
  def initialize(key: OpenSSL::PKey::RSA.new(ENV.fetch('TOKEN_PRIVATE_PEM'))) # expect: secret-env-read
    @key = key
  end

  def issue(subject)
    JWT.encode({ sub: subject }, @key, 'RS256') # expect: local-sign
  end
end

ActiveRecord::Schema[7.1].define(version: 1) do
  create_table 'apps', force: :cascade do |t|
    t.string 'jwt_secret'
    t.string :jwt_secret_key, null: false
  end
end
