using System.Text.Json;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class MachineCardTests
{
    [Fact]
    public void Read_ThisMachine_FillsInWhatEverySystemTells()
    {
        var card = MachineCard.Read();
        Assert.NotEmpty(card.Cpu);
        Assert.Equal(Environment.ProcessorCount, card.Cores);
        Assert.True(card.Memory > 0);
        Assert.Contains(".NET", card.Runtime);
        Assert.Contains(card.Cpu, card.ToString());
        Assert.Contains(card.Trust.Message, card.ToString());
        Assert.DoesNotContain('\n', card.Summary);
        Assert.EndsWith(BuildMode.OfTheKit, card.Build);
    }

    [Fact]
    public void ToJson_ThisMachine_ReadsBackTheSame()
    {
        var json = JsonSerializer.Serialize(MachineCard.Read(), MeasuringJson.Compact);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<MachineCard>(json, MeasuringJson.Compact), MeasuringJson.Compact));
        Assert.Contains("\"cpu\":", json);
    }

    [Fact]
    public void ToString_WhatASystemDoesNotTell_IsCalledUnknown()
    {
        var text = Samples.Machine().ToString();
        Assert.Contains("affinity    unknown", text);
        Assert.Contains("load        unknown", text);
        Assert.Contains("cpu limit   none", text);
        Assert.Contains("L1 data 32 KiB, L3 32 MiB shared by 2", text);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(33554432, "32 MiB")]
    [InlineData(long.MaxValue, "8388608 TiB")]
    public void ByteSize_Text_TakesTheUnitThatFits(long bytes, string text) => Assert.Equal(text, ByteSize.Text(bytes));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(1.234e-9, "1.23 ns")]
    [InlineData(9.996e-6, "10.0 us")]
    [InlineData(0.0123, "12.3 ms")]
    [InlineData(0.9996, "1000 ms")]
    [InlineData(123.4, "123 s")]
    public void Duration_Text_HasThreeDigitsAndTheUnitThatFits(double seconds, string text) => Assert.Equal(text, Duration.Text(seconds));
}
