using Handler = System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler;
using Tokens = Microsoft.IdentityModel.Tokens;
using static System.Environment;

namespace Aliased;

public static class Aliases
{
    public static object Check(string token, Tokens.TokenValidationParameters parameters)
    {
        return new Handler().ValidateToken(token, parameters, out var _); // expect: local-decode
    }

    public static object Qualified(string token) =>
        new System.IdentityModel.Tokens.Jwt.JwtSecurityTokenHandler()
            .ReadJwtToken(token); // expect: unverified-decode

    public static Tokens.SecurityKey Key()
    {
        var text = GetEnvironmentVariable("SIGNING"); // expect: secret-env-read
        return new Tokens.SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(text));
    }

    public static string Choose(string token, string kind) => kind switch
    {
        "subject" => new Handler().ReadJwtToken(token).Subject, // expect: unverified-decode
        "length" => token.Length.ToString(),
        _ => token,
    };

    public static Func<string, Tokens.SecurityToken> Reader() => new Handler().ReadToken; 
}
