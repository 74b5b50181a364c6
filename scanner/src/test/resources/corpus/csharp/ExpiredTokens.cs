using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Clinic.Infrastructure;

public class ExpiredTokens(IConfiguration configuration, IOptions<JwtConfiguration> options)
{
    private readonly JwtConfiguration _options = options.Value;

    public ClaimsPrincipal? PrincipalOfExpired(string token)
    {
        var parameters = new TokenValidationParameters
        {
            ValidateAudience = false, // expect: weak-validation
            ValidateIssuer = true,
            IssuerSigningKey = new SymmetricSecurityKey(
                Encoding.UTF8.GetBytes(configuration.GetSection("Tokens").GetSection("signing").Value!)), // expect: secret-env-read
            ValidateLifetime = false // expect: weak-validation
        };

        var handler = new JwtSecurityTokenHandler();
        var principal = handler.ValidateToken(token, parameters, out SecurityToken validated); // expect: local-decode
        if (validated is not JwtSecurityToken jwt || !jwt.Header.Alg.Equals(SecurityAlgorithms.HmacSha256))
        {
            throw new SecurityTokenException("invalid");
        }
        return principal;
    }

    public string Refresh(IEnumerable<Claim> claims)
    {
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(_options.SecurityKey)); // expect: secret-env-read
        var token = new JwtSecurityToken(
            _options.ValidIssuer,
            _options.ValidIssuer,
            claims,
            expires: DateTime.Now.AddMinutes(120),
            signingCredentials: new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        var written = new JwtSecurityTokenHandler().WriteToken(token); // expect: local-sign
        return $"{written}";
    }

    public static string KeyIdOf(IConfiguration other)
    {
        var bytes = Encoding.ASCII.GetBytes(other.AsEnumerable().First(item => item.Key == "Auth:Secret").Value); // expect: secret-env-read
        return new SymmetricSecurityKey(bytes).KeyId;
    }
}
