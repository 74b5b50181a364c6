using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Edge;

public class AuthorityClient
{
    private readonly HttpClient _http;
    private readonly IAuthClient _authClient;

    public AuthorityClient(HttpClient http, IAuthClient authClient)
    {
        _http = http;
        _authClient = authClient;
    }

    public async Task<Claims?> ValidateToken(string token)
    {
        var response = await _http.PostAsJsonAsync("/auth/validate", new { token });
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }
        return await response.Content.ReadFromJsonAsync<Claims>();
    }

    public Task<bool> VerifyAsync(string token) => _authClient.ValidateTokenAsync(token);

    public async Task<Claims?> Introspect(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/oauth2/introspect")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token })
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ServiceToken());
        var answer = await _http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<Claims>();
    }

    private async Task<string> ServiceToken()
    {
        var answer = await _http.PostAsync("/oauth/token", null);
        return await answer.Content.ReadAsStringAsync();
    }
}
