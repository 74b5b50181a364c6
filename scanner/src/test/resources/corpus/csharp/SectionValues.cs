using Microsoft.Extensions.Configuration;

namespace Acme.Mail;

public static class SectionValues
{
    public static string Key(IConfiguration configuration) =>
        configuration.GetRequiredSection("Jwt").GetValue<string>("SigningKey"); // expect: secret-env-read

    public static string Issuer(IConfiguration configuration) =>
        configuration.GetRequiredSection("Jwt").GetValue<string>("Issuer");

    public static string Smtp(IConfiguration configuration) =>
        configuration.GetSection("Smtp").GetValue<string>("Key");
}

public static class SectionVariables
{
    public static string Key(IConfiguration c)
    {
        var section = c.GetSection("Authentication:Jwt");
        return section.GetValue<string>("Secret"); // expect: secret-env-read
    }
}

public class JwtBearerSettings
{
    public string SecretKey { get; set; } = "in-the-class-itself-4711"; // expect: secret-env-read, secret-hardcoded
    public string Issuer { get; set; } = "https://mail.acme.example";
}
