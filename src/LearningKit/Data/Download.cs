using System.Net;
using System.Net.Http.Headers;

namespace LearningKit.Data;

/// <summary>Fetches a file that is known beforehand by its size and SHA-256.</summary>
/// <remarks>
/// What has come so far lies beside the target as <c>.download</c>; a later call goes on from there. The target appears when
/// it is whole and its hash is right, and not before.
/// </remarks>
static class Download
{
    static readonly HttpClient client = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Fetches a file.</summary>
    public static async Task GetAsync(Uri address, string path, long bytes, string sha256, IProgress<long>? progress, CancellationToken cancel)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            throw new InvalidDataException($"The address {address} is not one of https. Name another in the manifest.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = path + ".download";
        var have = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        DiskSpace.Require(path, bytes - have);
        if (have < bytes) await AppendAsync(address, partial, have, bytes, progress, cancel).ConfigureAwait(false);

        var hash = DatasetCatalog.Hash(partial);
        if (new FileInfo(partial).Length != bytes || !hash.Equals(sha256, StringComparison.OrdinalIgnoreCase))
        {
            var size = new FileInfo(partial).Length;
            File.Delete(partial);
            throw new InvalidDataException(
                $"What came from {address} is not what the manifest says: {size} bytes with the SHA-256 {hash} instead of {bytes} bytes with {sha256}. " +
                "It was thrown away. The file has changed at its address, or was changed on the way: do not use it.");
        }
        File.Move(partial, path, overwrite: true);
    }

    static async Task AppendAsync(Uri address, string partial, long have, long bytes, IProgress<long>? progress, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0) request.Headers.Range = new RangeHeaderValue(have, null);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{address} answered with the status {(int)response.StatusCode}. Try again later, or name another address in the manifest.", null, response.StatusCode);

        // A server that does not know ranges sends the whole file again.
        if (response.StatusCode != HttpStatusCode.PartialContent) have = 0;
        using var source = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var target = new FileStream(partial, have > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write);
        var buffer = new byte[1 << 16];
        for (int read; have <= bytes && (read = await source.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
            have += read;
            progress?.Report(have);
        }
        if (have < bytes) throw new HttpRequestException($"{address} broke off after {have} of {bytes} bytes. Run it again: it goes on from there.");
    }
}
