class ApplicationController < ActionController::API
  before_action :authenticate_request

  def jwt_key
    Rails.application.credentials.jwt_secret # expect: secret-env-read
  end

  def nested
    Rails.application.credentials.jwt[:secret] # expect: secret-env-read
  end

  def dug
    Rails.application.credentials.dig(:jwt, :secret_key) # expect: secret-env-read
  end

  def figaro
    Figaro.env.jwt_secret_key! # expect: secret-env-read
  end

  def settings
    Settings.jwt.secret # expect: secret-env-read
  end

  def configured
    Rails.configuration.x.jwt_secret # expect: secret-env-read
  end

  private

  def authenticate_request
    header = request.headers['Authorization']
    token = header.split(' ').last if header
    begin
      @decoded = JWT.decode(token, jwt_key, true, algorithm: 'HS256')[0] # expect: local-decode
      @current_user = User.find(@decoded['sub'])
    rescue ActiveRecord::RecordNotFound, JWT::DecodeError => e
      render json: { errors: e.message }, status: :unauthorized
    end
  end
end
