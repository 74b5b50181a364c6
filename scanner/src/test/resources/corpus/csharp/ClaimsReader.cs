using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gateway.Security;

public static class ClaimsReader
{
    private static readonly JwtSecurityTokenHandler Handler = new JwtSecurityTokenHandler();

    public static string? TenantOf(string raw)
    {
        var token = Handler.ReadJwtToken(raw); // expect: unverified-decode
        return token.Claims.FirstOrDefault(c => c.Type == "tenant")?.Value;
    }

    public static string SubjectOf(string raw) => new JwtSecurityToken(raw).Subject; // expect: unverified-decode

    public static DateTime ExpiryOf(string raw)
    {
        var jwt = new JsonWebToken(raw); // expect: unverified-decode
        return jwt.ValidTo;
    }

    public static string? KeyIdOf(string raw)
    {
        var token = Handler.ReadToken(raw) as JwtSecurityToken; // expect: unverified-decode
        return token?.Header.Kid;
    }

    public static string IssuerOf(string raw) =>
        new JsonWebTokenHandler()
            .ReadJsonWebToken(raw) // expect: unverified-decode
            .Issuer;

    public static bool LooksLikeOne(string raw) => Handler.CanReadToken(raw);
}
