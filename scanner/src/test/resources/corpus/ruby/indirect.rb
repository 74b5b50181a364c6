class Lazy
  def decode(token)
    require 'jwt'
    library = JWT
    library.decode(token, key, true, algorithm: 'HS256') # expect: local-decode
  end

  def by_name(token)
    JWT.public_send(:decode, token, key, true, algorithm: 'HS256') # expect: local-decode
  end

  def many(tokens)
    tokens.map { |token| JWT.decode(token, key, true, algorithm: 'HS256').first } # expect: local-decode
  end

  def handed_on(tokens)
    tokens.map(&JWT.method(:decode)) # expect: local-decode
  end

  def conditional(token)
    return if token.nil?

    claims = token.start_with?('ey') ? JWT.decode(token, key) : nil # expect: local-decode
    claims&.first
  end

  private

  def key
    ENV['LAZY_KEY_MATERIAL'] # expect: secret-env-read
  end
end
