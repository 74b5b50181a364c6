using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Payments;

public class Webhooks
{
    private readonly string _webhookSecret;

    public Webhooks(IConfiguration configuration)
    {
        _webhookSecret = configuration["Stripe:WebhookSecret"];
    }

    public bool Verify(string payload, string signature)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(_webhookSecret));
        var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(payload));
        return Convert.ToBase64String(hash) == signature;
    }

    public Event Parse(string body)
    {
        var bytes = Convert.FromBase64String(body);
        return JsonSerializer.Deserialize<Event>(bytes);
    }

    public string Sign(string payload)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_webhookSecret), Encoding.UTF8.GetBytes(payload));
        return Convert.ToHexString(hash);
    }

    public string FileExtension(string name) => name.Split('.').Last();
}
