namespace Shop.Configuration;

public class JwtSettings
{
    public const string SectionName = "JwtSettings";

    public string Secret { get; set; } = string.Empty; // expect: secret-env-read
    public string Issuer { get; set; } = string.Empty;
    public string Audience { get; init; } = string.Empty;
    public int ExpirationMinutes { get; set; } = 60;
}

public sealed record JwtOptions(
    string SigningKey, // expect: secret-env-read
    string Issuer,
    TimeSpan Lifetime);

public class SmtpSettings
{
    public string Host { get; set; }
    public string Secret { get; set; }
}

public class AppSettings
{
    public string JwtSecretKey { get; set; } // expect: secret-env-read
    public string JwtIssuer { get; set; }
    public string ApiKey { get; set; }
}
