require 'jwt_sessions'

JWTSessions.algorithm = 'HS256'
JWTSessions.signing_key = Rails.application.credentials.secret_jwt_signing_key # expect: secret-env-read

class LoginController < ApplicationController
  def create
    user = User.find_by!(email: params[:email])
    return unless user.authenticate(params[:password])

    session = JWTSessions::Session.new(payload: { user_id: user.id }, refresh_by_access_allowed: true)
    render json: session.login # expect: local-sign
  end

  def check
    JWTSessions::Token.decode(params[:token]) # expect: local-decode
  end
end
