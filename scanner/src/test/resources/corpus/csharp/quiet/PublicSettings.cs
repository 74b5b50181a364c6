namespace Orders.Settings;

public class JwtSettings
{
    public const string Section = "Jwt";

    public string Issuer { get; set; } = "https://auth.example.com";
    public string Audience { get; set; } = "orders";
    public string CookieName { get; set; } = "access_token";
    public int ExpiresInMinutes { get; set; } = 15;
    public Uri? JwksUri { get; set; }
}

public static class SettingsExtensions
{
    public static void AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<JwtSettings>(configuration.GetSection(JwtSettings.Section));
        var issuer = configuration["Jwt:Issuer"];
        var minutes = configuration.GetValue<int>("Jwt:ExpiresInMinutes");
        var stripe = configuration["Stripe:SecretKey"];
        var github = Environment.GetEnvironmentVariable("GITHUB_TOKEN");
        services.AddHttpClient("authority", http => http.BaseAddress = new Uri(issuer!));
        services.AddDataProtection().SetApplicationName("orders");
        services.AddAntiforgery(options => options.HeaderName = "X-CSRF-TOKEN");
        Console.WriteLine($"JWT lives {minutes} minutes, stripe {stripe is not null}, github {github is not null}");
    }
}
