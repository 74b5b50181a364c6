region     = "eu-west-1"
jwt_secret = "prod-literal-in-tfvars" # expect: secret-hardcoded
jwt_ttl    = 900
db_secret  = "abc"
