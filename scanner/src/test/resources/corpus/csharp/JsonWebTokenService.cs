using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Billing.Auth;

public sealed class JsonWebTokenService(RSA privateKey, TimeProvider clock)
{
    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issue(string subject) =>
        _tokens.CreateToken(new SecurityTokenDescriptor // expect: local-sign
        {
            Issuer = "billing",
            Subject = new ClaimsIdentity([new Claim("sub", subject)]),
            Expires = clock.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(privateKey), SecurityAlgorithms.RsaSha256),
        });

    public async Task<ClaimsIdentity?> VerifyAsync(string token) // expect: validate-duplicate
    {
        var result = await _tokens.ValidateTokenAsync(token, Parameters()).ConfigureAwait(false); // expect: local-decode
        return result.IsValid ? result.ClaimsIdentity : null;
    }

    private TokenValidationParameters Parameters() => new()
    {
        ValidIssuer = "billing",
        ValidAudience = "billing",
        IssuerSigningKey = new RsaSecurityKey(privateKey),
        RequireExpirationTime = false, // expect: weak-validation
    };
}
