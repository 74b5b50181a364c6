using System.IdentityModel.Tokens.Jwt;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace Edge.Auth;

public class FallbackAuthService
{
    private readonly HttpClient _http;
    private readonly TokenValidationParameters _parameters;
    private readonly ILogger<FallbackAuthService> _log;

    public FallbackAuthService(HttpClient http, TokenValidationParameters parameters, ILogger<FallbackAuthService> log)
    {
        _http = http;
        _parameters = parameters;
        _log = log;
    }

    public async Task<ClaimsPrincipal?> AuthenticateTokenAsync(string token) // expect: validate-duplicate
    {
        try
        {
            var response = await _http.PostAsJsonAsync("http://authority/auth/validate", new { token });
            response.EnsureSuccessStatusCode();
            return ToPrincipal(await response.Content.ReadFromJsonAsync<Answer>());
        }
        catch (HttpRequestException e)
        {
            _log.LogWarning(e, "authority unavailable");
            var handler = new JwtSecurityTokenHandler();
            return handler.ValidateToken(token, _parameters, out _); // expect: local-decode, local-fallback
        }
    }

    public async Task<bool> IsTokenValidAsync(string token) // expect: validate-duplicate
    {
        var response = await _http.GetAsync($"http://authority/auth/introspect?token={token}");
        if (response.IsSuccessStatusCode)
        {
            return true;
        }
        return CheckHere(token); // expect: local-fallback
    }

    private bool CheckHere(string token) // expect: validate-duplicate
    {
        return new JwtSecurityTokenHandler().ReadJwtToken(token).ValidTo > DateTime.UtcNow; // expect: unverified-decode
    }

    private static ClaimsPrincipal ToPrincipal(Answer? answer) =>
        new(new ClaimsIdentity(answer!.Claims.Select(c => new Claim(c.Key, c.Value)), "authority"));
}
