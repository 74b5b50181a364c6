using Microsoft.Extensions.Configuration;

namespace Sources;

public class SecretSources
{
    private const string Prefix = "Jwt";
    private readonly IConfiguration _config;

    public SecretSources(IConfiguration config) => _config = config;

    public string FromEnvironment() => Environment.GetEnvironmentVariable("JWT_SECRET_KEY"); // expect: secret-env-read

    public string Old() => Environment.GetEnvironmentVariable("JWT_SECRET"); // expect: secret-env-read, deprecated-secret-name

    public string WithDefault() =>
        Environment.GetEnvironmentVariable("JWT_SECRET_KEY") ?? "development-only-key"; // expect: secret-env-read, secret-hardcoded

    public string FromSection() => _config.GetSection("Jwt")["Key"]; // expect: secret-env-read

    public string FromVariable()
    {
        var section = _config.GetSection("JwtSettings");
        return section["Secret"]; // expect: secret-env-read
    }

    public string Joined() => _config[Prefix + ":Secret"]; // expect: secret-env-read

    public string Interpolated() => _config[$"{Prefix}:SigningKey"]; // expect: secret-env-read

    public string Typed() => _config.GetValue<string>("Jwt:Secret", "fallback-secret-value"); // expect: secret-env-read, secret-hardcoded

    public string Issuer() => _config["Jwt:Issuer"];

    public string Minutes() => _config.GetSection("Jwt")["ExpiresInMinutes"];

    public string Connection() => _config.GetConnectionString("Default");

    public string Stripe() => _config["Stripe:SecretKey"];

    public string TwitterSecret() => Environment.GetEnvironmentVariable("TWITTER_ACCESS_TOKEN_SECRET");

    public async Task<string> FromVault(SecretClient client)
    {
        var secret = await client.GetSecretAsync("jwt-signing-key"); // expect: secret-env-read
        return secret.Value.Value;
    }
}
