# authority-modules: services/auth, auth_core
require 'auth_core/tokens' # expect: authority-import
require_relative '../../services/auth/lib/issuer' # expect: authority-import
require 'authors'

class Orders
  def handle(user)
    AuthCore::Tokens.issue(user)
  end
end
