using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Mobile.Backend;

internal static class HandMadeReader
{
    public static string? UserIdFromToken(string jwt)
    {
        var parts = jwt.Split('.');
        if (parts.Length != 3) return null;
        var bytes = Convert.FromBase64String(Pad(parts[1])); // expect: unverified-decode
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
        return document.RootElement.GetProperty("sub").GetString();
    }

    public static JObject Payload(string token)
    {
        string body = token.Split(".")[1];
        string json = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(body)); // expect: unverified-decode
        return JObject.Parse(json);
    }

    private static string Pad(string part)
    {
        part = part.Replace('-', '+').Replace('_', '/');
        return part.PadRight(part.Length + (4 - part.Length % 4) % 4, '=');
    }
}
