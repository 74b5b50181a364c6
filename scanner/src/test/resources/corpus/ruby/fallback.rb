require 'jwt'

class Guard
  def initialize(auth_client, key)
    @auth_client = auth_client
    @key = key
  end

  def first(token)
    @auth_client.validate_token(token)
  rescue AuthClient::Unavailable => e
    Rails.logger.warn(e.message)
    local(token) # expect: local-fallback
  end

  def second(token)
    @auth_client.validate_token(token) rescue JWT.decode(token, @key, true, algorithm: 'HS256') # expect: local-fallback, local-decode
  end

  def third(token)
    answer = @auth_client.validate_token(token)
    return answer if answer&.valid?

    local(token) # expect: local-fallback
  end

  def fourth(token)
    claims = begin
      @auth_client.validate_token(token)
    rescue Timeout::Error
      local(token) # expect: local-fallback
    end
    claims['sub']
  end

  def fifth(token)
    @auth_client.validate_token(token) || local(token) # expect: local-fallback
  end

  def fine(token)
    answer = @auth_client.validate_token(token)
    raise Unauthorized, answer.reason unless answer.valid?

    answer
  end

  private

  def local(token)
    JWT.decode(token, @key, true, algorithm: 'HS256').first # expect: local-decode
  end
end
