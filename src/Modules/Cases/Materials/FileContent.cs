using Microsoft.AspNetCore.Http;
using System.Globalization;

namespace SocialAssistance.Cases.Materials;

/// <summary>
/// A file as it arrived, with its type told by its first bytes: a name or a browser's claim proves nothing.
/// What cannot be kept says in Chinese why, and what to do.
/// </summary>
internal sealed record FileContent(string FileName, string MediaType, byte[] Bytes)
{
    /// <summary>Largest file that is kept.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly (byte[] Start, string MediaType, string Extension)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "application/pdf", ".pdf"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg", ".jpg"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png", ".png"),
    ];

    public static async Task<(FileContent? File, string? Problem)> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > MaxBytes)
        {
            return (null, $"“{Short(file.FileName)}”{Megabytes(file.Length)} MB，超过 10 MB。请重新拍照或选小一点的图片");
        }

        if (file.Length == 0)
        {
            return (null, $"“{Short(file.FileName)}”是空文件，请重新选择");
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }

        var kind = Kinds.FirstOrDefault(k => bytes.AsSpan().StartsWith(k.Start));
        return kind.MediaType is null
            ? (null, $"“{Short(file.FileName)}”不是 PDF、JPG、PNG。只能上传 PDF、JPG、PNG，Word 文件请另存为 PDF 后再传")
            : (new(NameFor(file.FileName, kind.Extension), kind.MediaType, bytes), null);
    }

    private static string NameFor(string name, string extension)
    {
        var plain = new string(Path.GetFileNameWithoutExtension(name.Replace('\\', '/')).Where(c => !char.IsControl(c) && !"/:*?\"<>|".Contains(c, StringComparison.Ordinal)).ToArray()).Trim();
        return (plain.Length == 0 ? "材料" : plain.Length > 80 ? plain[..80] : plain) + extension;
    }

    private static string Short(string name) => name.Length > 30 ? name[..30] + "…" : name;

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture);
}
