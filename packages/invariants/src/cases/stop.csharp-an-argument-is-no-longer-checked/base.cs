using System.Security.Cryptography;

namespace Shop.Tokens;

public sealed class TokenReader
{
    private readonly ILogger<TokenReader> _logger;

    public Token Read(string text, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('.');
        var payload = parts[0] ?? throw new FormatException("no payload");
        try
        {
            Verify(payload, parts[1], key);
        }
        catch (CryptographicException e)
        {
            _logger.LogWarning(e, "bad tag");
            throw new InvalidTokenException(e);
        }
        var token = Decode(payload);
        if (token.Expires < _clock.Now)
        {
            throw new InvalidTokenException("expired");
        }
        return token;
    }
}
