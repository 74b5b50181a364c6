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
