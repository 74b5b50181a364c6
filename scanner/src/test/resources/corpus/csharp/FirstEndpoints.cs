using FastEndpoints;
using FastEndpoints.Security;

var bld = WebApplication.CreateBuilder();
bld.Services
   .AddAuthenticationJwtBearer(s => s.SigningKey = "the secret used to sign tokens 42") // expect: local-decode
   .AddAuthorization()
   .AddFastEndpoints();

var app = bld.Build();
app.UseAuthentication().UseAuthorization().UseFastEndpoints();
app.Run();

public class LoginEndpoint : Endpoint<LoginRequest>
{
    public override async Task HandleAsync(LoginRequest req, CancellationToken ct)
    {
        var jwtToken = JwtBearer.CreateToken(o => // expect: local-sign
        {
            o.ExpireAt = DateTime.UtcNow.AddDays(1);
            o.User.Roles.Add("Manager");
        });
        await SendAsync(new { req.Username, Token = jwtToken });
    }
}
