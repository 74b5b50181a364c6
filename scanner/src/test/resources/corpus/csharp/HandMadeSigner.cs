using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Push;

public class HandMadeSigner
{
    private readonly byte[] _key;

    public HandMadeSigner(byte[] key) => _key = key;

    public string Sign(object claims)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new { alg = "HS256", typ = "JWT" });
        var payload = JsonSerializer.SerializeToUtf8Bytes(claims);
        var input = $"{Encode(header)}.{Encode(payload)}";
        using var hmac = new HMACSHA256(_key); // expect: local-sign
        var signature = hmac.ComputeHash(Encoding.ASCII.GetBytes(input));
        return $"{input}.{Encode(signature)}";
    }

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
