using JWT.Algorithms;
using JWT.Builder;

namespace Devices;

public class FluentTokens
{
    private readonly string _secret = Environment.GetEnvironmentVariable("DEVICE_HMAC"); // expect: secret-env-read

    public string Create(string device)
    {
        return JwtBuilder.Create()
            .WithAlgorithm(new HMACSHA256Algorithm())
            .WithSecret(_secret)
            .AddClaim("exp", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds())
            .AddClaim("device", device)
            .Encode(); // expect: local-sign
    }

    public string Read(string token)
    {
        return new JwtBuilder()
            .WithAlgorithm(new HMACSHA256Algorithm())
            .WithSecret(_secret)
            .MustVerifySignature()
            .Decode(token); // expect: local-decode
    }

    public IDictionary<string, object> Peek(string token)
    {
        return JwtBuilder.Create()
            .DoNotVerifySignature()
            .Decode<IDictionary<string, object>>(token); // expect: unverified-decode, weak-validation
    }
}
