using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Misc;

public class OtherDecoders
{
    private readonly IDataProtector _protector;
    private readonly IPasswordHasher<User> _hasher;
    private readonly IEncoder _encoder;

    public OtherDecoders(IDataProtectionProvider provider, IPasswordHasher<User> hasher, IEncoder encoder)
    {
        _protector = provider.CreateProtector("reset");
        _hasher = hasher;
        _encoder = encoder;
    }

    public string ResetToken(Guid user) => _protector.Protect(user.ToString());

    public Guid ReadResetToken(string token) => Guid.Parse(_protector.Unprotect(token));

    public bool CheckPassword(User user, string password) =>
        _hasher.VerifyHashedPassword(user, user.Hash, password) != PasswordVerificationResult.Failed;

    public string Encode(object value) => _encoder.Encode(value, "utf-8");

    public Cursor Decode(string cursor)
    {
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(cursor));
        return JsonSerializer.Deserialize<Cursor>(json)!;
    }

    public bool ValidateEmailToken(User user, string token) => user.EmailToken == token;

    public Version ParseVersion(string text)
    {
        var parts = text.Split('.');
        return new Version(int.Parse(parts[0]), int.Parse(parts[1]));
    }
}
