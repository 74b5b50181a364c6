class AuthError < StandardError; end

module ExceptionHandler
  extend ActiveSupport::Concern

  included do
    rescue_from JWT::DecodeError do |e|
      render json: { message: e.message }, status: :unauthorized
    end
    rescue_from JWT::ExpiredSignature, with: :expired
  end

  def expired(error)
    render json: { message: error.message }
  end

  def validate_token(token)
    RemoteAuth.instance.validate(token)
  end
end
