using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class MessageTests
{
    const string Key = "a key";

    static readonly Gen<string> text = Gen.Elements("a", "é", "😀", "\"", "\\", "\n", "\u0000", "</script>", "\u2028", "\ud83d", " ")
        .ListOf().Select(parts => string.Concat(parts));

    static readonly Gen<(string Text, byte[] Buffer, string Key)> message =
        from word in text
        from buffer in ArbMap.Default.GeneratorFor<byte[]>()
        from key in Gen.Elements("", Key)
        select (word, buffer, key);

    [Fact]
    public void Message_WrittenAndRead_IsTheSame() => Prop.ForAll(message.ToArbitrary(), sample =>
    {
        var (id, frames) = new MessageWriter(new(sample.Key)).Write(
            "stream", new() { ["text"] = sample.Text }, "{\"msg_id\":\"parent\"}"u8.ToArray(), sample.Buffer);
        var reader = new MessageReader(new(sample.Key));
        return reader.TryRead([[1, 2], .. frames.Select(frame => frame.ToArray())], out var read, out _)
            && read.Id == id && read.Type == "stream" && read.ParentId == "parent"
            && read.Content.Text("text") == sample.Text.Replace("\ud83d", "\ufffd").Replace("\ufffd\ude00", "😀")
            && read.Identities is [[1, 2]] && read.Buffers is [var buffer] && buffer.AsSpan().SequenceEqual(sample.Buffer);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Signature_IsThatOfTheProtocol()
    {
        var (_, frames) = new MessageWriter(new(Key)).Write("status", [], default);
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHMAC(
            System.Security.Cryptography.HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Key));
        foreach (var frame in frames[2..]) hash.AppendData(frame.Span);
        Assert.Equal(Convert.ToHexStringLower(hash.GetHashAndReset()), Encoding.ASCII.GetString(frames[1].Span));
    }

    [Fact]
    public void Message_ChangedAnywhere_IsRefused() => Prop.ForAll(
        (from part in Gen.Choose(1, 5) from at in Gen.Choose(0, 1000) from bit in Gen.Choose(0, 7) select (part, at, bit)).ToArbitrary(), sample =>
    {
        var frames = Write();
        frames[sample.part][sample.at % frames[sample.part].Length] ^= (byte)(1 << sample.bit);
        return !new MessageReader(new(Key)).TryRead(frames, out _, out _);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("deadbeef")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public void Signature_Wrong_IsRefused(string signature)
    {
        var frames = Write();
        frames[1] = Encoding.ASCII.GetBytes(signature);
        Assert.False(new MessageReader(new(Key)).TryRead(frames, out _, out var fault));
        Assert.Contains("signature", fault);
    }

    [Fact]
    public void Message_SentTwice_IsRefusedTheSecondTime()
    {
        var frames = Write();
        var reader = new MessageReader(new(Key));
        Assert.True(reader.TryRead(frames, out _, out _));
        Assert.False(reader.TryRead(frames, out _, out _));
    }

    [Fact]
    public void Signatures_OfManyMessages_AreForgottenOldestFirst()
    {
        var signer = new MessageSigner(Key);
        byte[][] parts = [[], [], [], []];
        for (var i = 0; i <= 70_000; i++)
        {
            parts[0] = BitConverter.GetBytes(i);
            Assert.True(signer.Accepts(signer.Sign(parts[0]), parts));
        }
        Assert.False(signer.Accepts(signer.Sign(parts[0]), parts));
        parts[0] = BitConverter.GetBytes(0);
        Assert.True(signer.Accepts(signer.Sign(parts[0]), parts));
    }

    [Theory]
    [InlineData("[]", "{}", "JSON object")]
    [InlineData("{", "{}", "JSON object")]
    [InlineData("{} {}", "{}", "JSON object")]
    [InlineData("{}", "{}", "msg_id")]
    [InlineData("{\"msg_id\":1,\"msg_type\":\"x\"}", "{}", "msg_id")]
    [InlineData("{\"msg_id\":\"\\ud83d\",\"msg_type\":\"x\"}", "{}", "msg_id")]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"x\"}", "null", "JSON object")]
    public void Message_Malformed_IsRefusedWithTheReason(string header, string content, string reason)
    {
        string[] parts = ["<IDS|MSG>", "", header, "{}", "{}", content];
        byte[][] frames = [.. parts.Select(Encoding.UTF8.GetBytes)];
        Assert.False(new MessageReader(new("")).TryRead(frames, out _, out var fault));
        Assert.Contains(reason, fault);
    }

    [Fact]
    public void Message_NestedTooDeeplyOrNotUtf8_IsRefused()
    {
        var reader = new MessageReader(new(""));
        var deep = Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 100_000));
        Assert.False(reader.TryRead([.. Write("")[..5], deep], out _, out _));
        Assert.False(reader.TryRead([.. Write("")[..5], [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']], out _, out _));
    }

    [Fact]
    public void Frames_OfAnyKind_NeverThrow() => Prop.ForAll(
        (from frames in ArbMap.Default.GeneratorFor<byte[]>().ListOf() from at in Gen.Choose(0, 10) select (frames, at)).ToArbitrary(), sample =>
    {
        List<byte[]> frames = [.. sample.frames];
        frames.Insert(Math.Min(sample.at, frames.Count), "<IDS|MSG>"u8.ToArray());
        return !new MessageReader(new("")).TryRead(frames, out _, out var fault) && fault.Length > 0;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("{\"a\":1}", "names no port as 'shell_port'")]
    [InlineData("[", "cannot be used")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"key\":\"k\",\"signature_scheme\":\"hmac-md5\"}", "hmac-md5")]
    [InlineData("{\"shell_port\":70000}", "names no port as 'shell_port'")]
    public void ConnectionFile_Malformed_IsRefusedWithTheReason(string json, string reason)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            Assert.Contains(reason, Assert.Throws<FormatException>(() => JupyterConnection.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static byte[][] Write(string key = Key)
    {
        var (_, frames) = new MessageWriter(new(key)).Write("kernel_info_request", new JsonObject { ["a"] = 1 }, default);
        return [.. frames.Select(frame => frame.ToArray())];
    }
}
