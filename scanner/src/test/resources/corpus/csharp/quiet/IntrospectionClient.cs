using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.Extensions.Logging;

namespace Orders.Auth;

/// <summary>Replaces <c>new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _)</c>.</summary>
public sealed class IntrospectionClient(HttpClient http, ILogger<IntrospectionClient> log)
{
    public record Answer(bool Active, string Sub, string[] Roles);

    public async Task<ClaimsPrincipal?> ValidateToken(string token, CancellationToken stop)
    {
        try
        {
            var response = await http.PostAsJsonAsync("/auth/validate", new { token }, stop);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<Answer>(stop);
            if (answer is not { Active: true }) return null;
            var identity = new ClaimsIdentity("remote");
            identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, answer.Sub));
            identity.AddClaims(answer.Roles.Select(r => new Claim(ClaimTypes.Role, r)));
            return new ClaimsPrincipal(identity);
        }
        catch (HttpRequestException e)
        {
            log.LogWarning(e, "JWT could not be validated by the authority");
            throw;
        }
    }
}
