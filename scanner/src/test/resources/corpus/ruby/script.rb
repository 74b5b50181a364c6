require 'jwt'
require 'sinatra'

hmac_secret = 'my$ecretK3y' # expect: secret-hardcoded

token = JWT.encode({ data: 'test' }, hmac_secret, 'HS256') # expect: local-sign
puts token

helpers do
  def claims
    @claims ||= JWT.decode(bearer, settings.signing_material, true, { algorithm: 'HS256' }).first # expect: local-decode, secret-env-read
  end

  def bearer
    request.env['HTTP_AUTHORIZATION'].to_s.sub('Bearer ', '')
  end

  def kid
    JWT.decode(bearer, nil, false)[1]['kid'] # expect: unverified-decode, weak-validation
  end
end

get '/me' do
  halt 401 unless claims
  claims.to_json
end

configure do
  set :jwt_secret, 'sinatra-plain-secret' # expect: secret-hardcoded
  set :signing_material, ENV.fetch('SIGNING_MATERIAL')
end
