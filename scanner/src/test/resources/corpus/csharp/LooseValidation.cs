using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.Tokens;

namespace Loose;

public class LooseValidation
{
    public static TokenValidationParameters Development()
    {
        var parameters = new TokenValidationParameters();
        parameters.ValidateLifetime = false; // expect: weak-validation
        parameters.RequireSignedTokens = false; // expect: weak-validation
        parameters.ClockSkew = TimeSpan.FromDays(30); // expect: weak-validation
        parameters.ValidateAudience = true;
        return parameters;
    }

    public static TokenValidationParameters Trusting(string issuer) => new TokenValidationParameters
    {
        ValidIssuer = issuer,
        ValidateIssuerSigningKey = false, // expect: weak-validation
        LifetimeValidator = (notBefore, expires, token, p) => true, // expect: weak-validation
        AudienceValidator = (audiences, token, p) => // expect: weak-validation
        {
            return true;
        },
        SignatureValidator = (token, _) => new JwtSecurityToken(token), // expect: weak-validation, unverified-decode
    };

    public static TokenValidationParameters Delegated()
    {
        return new()
        {
            SignatureValidator = delegate (string token, TokenValidationParameters parameters) // expect: weak-validation
            {
                var jwt = new JwtSecurityToken(token); // expect: unverified-decode
                return jwt;
            },
        };
    }

    public static TokenValidationParameters Careful(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        ValidateLifetime = true,
        LifetimeValidator = (notBefore, expires, _, _) => expires > DateTime.UtcNow,
        ClockSkew = TimeSpan.FromSeconds(30),
    };
}
