resource "aws_secretsmanager_secret" "jwt_secret" {
  name        = "${var.environment}/${var.app_name}/jwt-secret" # expect: secret-env-read
  description = "JWT secret for the platform"
  tags = {
    Name = "${var.project}-jwt-secret"
  }
}

resource "aws_secretsmanager_secret" "jwt_issuer" {
  name_prefix = "${var.environment}-jwt-issuer"
}

output "jwt_secret_arn" {
  value = aws_secretsmanager_secret.jwt_secret.arn
}

resource "random_password" "jwt_secret" {
  length  = 32
  special = true
}

resource "aws_ssm_parameter" "database" {
  name  = "${var.environment}-database-password"
  value = random_password.db.result
}
