using System.IdentityModel.Tokens.Jwt;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Shared;

/// <summary>Holds a <see cref="JwtSecurityToken"/> that handler.ValidateToken(token) gave.</summary>
[Authorize(AuthenticationSchemes = JwtBearerDefaults.AuthenticationScheme)]
public class TypeNamesOnly : ControllerBase
{
    private JwtSecurityToken? _token;

    public IActionResult Get() => Ok(User.FindFirst(JwtRegisteredClaimNames.Sub)?.Value);

    public IActionResult Handle(Exception error) => error switch
    {
        SecurityTokenExpiredException => Unauthorized("token expired"),
        SecurityTokenException => Unauthorized("JwtSecurityTokenHandler said no"),
        _ => Problem(),
    };

    public void Remember(JwtSecurityToken token)
    {
        _token = token;
        Log("jwt secret is read by the authority only, not from Jwt:Key");
    }

    private static void Log(string message) => Console.WriteLine(message);
}
