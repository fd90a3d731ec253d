using System.Security.Cryptography;
using System.Text;

namespace NotebookHost.Jupyter.Wire;

/// <summary>Signatures of messages: HMAC-SHA256 over header, parent header, metadata and content, in hexadecimal digits.</summary>
sealed class MessageSigner(string key)
{
    readonly byte[] keyBytes = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether messages are signed at all; not with an empty key.</summary>
    public bool IsActive => keyBytes.Length > 0;

    /// <summary>The signature of the four parts; empty when messages are not signed.</summary>
    public byte[] Sign(byte[] header, byte[] parent, byte[] metadata, byte[] content)
    {
        if (!IsActive)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keyBytes);
        foreach (var part in (byte[][])[header, parent, metadata, content])
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether a signature is right, in a time that tells nothing about where it differs.</summary>
    public bool Verify(byte[] signature, byte[] header, byte[] parent, byte[] metadata, byte[] content) =>
        !IsActive || CryptographicOperations.FixedTimeEquals(signature, Sign(header, parent, metadata, content));
}
