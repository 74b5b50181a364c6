using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.IdentityModel.Tokens;

var builder = WebApplication.CreateBuilder(args);
var jwt = builder.Configuration.GetSection("Jwt").Get<JwtConfig>();
var app = builder.Build();

app.MapPost("/login", (Login login) =>
{
    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(jwt.Key)); // expect: secret-env-read
    var token = new JwtSecurityToken(signingCredentials: new SigningCredentials(key, "HS256"));
    return Results.Ok(new JwtSecurityTokenHandler().WriteToken(token)); // expect: local-sign
});

app.MapGet("/claims", (HttpContext http) =>
{
    string header = http.Request.Headers.Authorization!;
    var raw = header["Bearer ".Length..];
    return new JwtSecurityTokenHandler().ReadJwtToken(raw).Claims.ToDictionary(c => c.Type, c => c.Value); // expect: unverified-decode
});

app.MapGet("/health", () => Results.Ok(new { status = "up" }));

app.Run();
