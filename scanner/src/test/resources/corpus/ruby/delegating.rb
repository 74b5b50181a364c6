require 'json'
require 'net/http'

class RemoteAuth
  VALIDATE = '/auth/validate'

  def initialize(base)
    @base = base
  end

  def validate_token(token)
    uri = URI("#{@base}#{VALIDATE}")
    response = Net::HTTP.post(uri, { token: token }.to_json, 'Content-Type' => 'application/json')
    return nil unless response.is_a?(Net::HTTPSuccess)

    JSON.parse(response.body)
  end

  def introspect(token)
    response = Faraday.post("#{@base}/oauth2/introspect", token: token)
    JSON.parse(response.body).fetch('active', false)
  rescue Faraday::Error
    false
  end

  def verify!(token)
    validate_token(token) or raise 'not allowed'
  end
end
