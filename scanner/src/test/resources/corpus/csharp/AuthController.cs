using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;

namespace Api.Controllers;

[ApiController]
[Route("api/auth")]
public class AuthController : ControllerBase
{
    private readonly UserManager<AppUser> _users;

    public AuthController(UserManager<AppUser> users) => _users = users;

    [HttpPost("login")]
    public async Task<IActionResult> Login([FromBody] LoginModel model)
    {
        var user = await _users.FindByNameAsync(model.Username);
        if (user is null || !await _users.CheckPasswordAsync(user, model.Password))
        {
            return Unauthorized();
        }
        var token = GetToken(new List<Claim> { new(ClaimTypes.Name, user.UserName) });
        return Ok(new
        {
            token = new JwtSecurityTokenHandler().WriteToken(token), // expect: local-sign
            expiration = token.ValidTo
        });
    }

    private JwtSecurityToken GetToken(List<Claim> claims)
    {
        var signingKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("this-is-my-very-long-dev-key")); // expect: secret-hardcoded
        return new JwtSecurityToken(
            issuer: "api",
            audience: "web",
            expires: DateTime.Now.AddHours(3),
            claims: claims,
            signingCredentials: new SigningCredentials(signingKey, SecurityAlgorithms.HmacSha256));
    }
}
