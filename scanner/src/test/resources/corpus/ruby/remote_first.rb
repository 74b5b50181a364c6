module Orders
  HMAC_MATERIAL = Rails.env.test? ? 'only-for-tests' : ENV.fetch('AUTH_MATERIAL') # expect: secret-hardcoded, secret-env-read

  class TokenCheck
    class << self
      def call(token)
        response = HTTParty.post("#{ENV['AUTH_URL']}/auth/validate", body: { token: token })
        if response.success?
          response.parsed_response
        else
          JWT.decode(token, HMAC_MATERIAL, true, decode_options).first # expect: local-fallback, local-decode, weak-validation
        end
      end

      def decode_options
        { algorithm: 'none', verify_iat: true }
      end

      def remotely(token)
        response = HTTParty.post("#{ENV['AUTH_URL']}/auth/validate", body: { token: token })
        raise Unauthorized unless response.success?

        response.parsed_response
      end
    end
  end
end
