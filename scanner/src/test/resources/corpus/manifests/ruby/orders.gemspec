Gem::Specification.new do |spec|
  spec.name = "orders-jwt"
  spec.add_dependency "jwt", ">= 2.2" # expect: jwt-dependency
  spec.add_runtime_dependency("json-jwt") # expect: jwt-dependency
  spec.add_development_dependency "jose"
  spec.add_dependency "faraday"
end
