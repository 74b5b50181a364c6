require 'openssl'
require 'json'

class WebhooksController < ApplicationController
  skip_before_action :verify_authenticity_token

  def create
    return head :unauthorized unless verify_signature(request.raw_post)

    event = JSON.parse(request.raw_post)
    WebhookJob.perform_later(event['id'])
  end

  private

  def verify_signature(body)
    expected = OpenSSL::HMAC.hexdigest('SHA256', ENV.fetch('WEBHOOK_SECRET'), body)
    Rack::Utils.secure_compare(expected, request.headers['X-Signature'].to_s)
  end

  def verifier
    ActiveSupport::MessageVerifier.new(Rails.application.secret_key_base)
  end

  def unsubscribe_token(user)
    verifier.generate(user.id)
  end

  def user_of(token)
    User.find(verifier.verify(token))
  end
end
