using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Orders.Signatures;

public class PresignedLinks(IConfiguration configuration)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(configuration["Storage:AccountKey"]!);

    public string Sign(string path, DateTimeOffset until)
    {
        var text = $"{path}\n{until.ToUnixTimeSeconds()}";
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
    }

    public bool Verify(string path, DateTimeOffset until, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Sign(path, until)), Encoding.ASCII.GetBytes(signature));

    public static bool VerifyDocument(X509Certificate2 certificate, byte[] data, byte[] signature)
    {
        using var rsa = certificate.GetRSAPublicKey()!;
        return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static T? Decode<T>(string cursor) =>
        JsonSerializer.Deserialize<T>(Convert.FromBase64String(cursor));

    public static int Major(string version) => int.Parse(version.Split('.')[0]);
}
