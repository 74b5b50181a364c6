require 'rack/jwt'

module Orders
  class API < Grape::API
    use Rack::JWT::Auth, secret: ENV.fetch('API_KEY_MATERIAL'), options: { algorithm: 'HS256' } # expect: local-decode

    get :status do
      { ok: true }
    end

    post :login do
      token = Rack::JWT::Token.encode({ sub: params[:user] }, ENV['API_KEY_MATERIAL'], 'HS256') # expect: local-sign, secret-env-read
      { token: token }
    end
  end
end
