variable "jwt_secret" { # expect: secret-env-read
  type        = string
  sensitive   = true
  description = "JWT secret of the platform"
}

variable "jwt_issuer" {
  default = "https://id.example.com"
}

resource "random_password" "jwt_secret_key" {
  length = 48
}

locals {
  service_env = {
    JWT_SECRET_KEY = var.jwt_secret # expect: secret-env-read
    JWT_ISSUER     = var.jwt_issuer
    DB_PASSWORD    = random_password.db.result
  }
}

resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([{
    name = "orders"
    environment = [
      { name = "JWT_SECRET", value = "tf-literal-secret" }, # expect: secret-hardcoded, deprecated-secret-name
      { name = "LOG_LEVEL", value = "info" },
    ]
    secrets = [{
      name      = "JWT_SECRET_KEY" # expect: secret-env-read
      valueFrom = aws_secretsmanager_secret.tokens.arn
    }]
  }])
}

data "aws_secretsmanager_secret_version" "tokens" {
  secret_id = "prod/jwt-secret" # expect: secret-env-read
}

resource "google_cloud_run_service" "app" {
  template {
    spec {
      containers {
        env {
          name = "JWT_SECRET_KEY" # expect: secret-env-read
          value_from {
            secret_key_ref {
              name = "tokens"
              key  = "latest"
            }
          }
        }
        env {
          name  = "AUTHORITY_URL"
          value = "https://id.example.com"
        }
      }
    }
  }
}
