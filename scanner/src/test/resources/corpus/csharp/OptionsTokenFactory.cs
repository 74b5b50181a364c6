using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Tokens;

public class OptionsTokenFactory(IOptions<JwtSettings> jwtOptions, IDateTimeProvider clock) : ITokenFactory
{
    private readonly JwtSettings _settings = jwtOptions.Value;

    public string Generate(Guid userId)
    {
        var credentials = new SigningCredentials(
            new SymmetricSecurityKey(Encoding.UTF8.GetBytes(_settings.Secret)), // expect: secret-env-read
            SecurityAlgorithms.HmacSha256);

        var token = new JwtSecurityToken(
            issuer: _settings.Issuer,
            audience: _settings.Audience,
            expires: clock.UtcNow.AddMinutes(_settings.ExpirationMinutes),
            signingCredentials: credentials);

        return new JwtSecurityTokenHandler().WriteToken(token); // expect: local-sign
    }

    public JwtSecurityToken Unwritten(SigningCredentials credentials) =>
        new JwtSecurityToken("me", "you", null, null, clock.UtcNow, credentials); // expect: local-sign
}
