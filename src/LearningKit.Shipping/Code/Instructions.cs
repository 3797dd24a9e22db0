using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace LearningKit.Shipping;

/// <summary>Reads the IL of a method (ECMA-335, partition III) as far as it names methods, fields and types.</summary>
static class Instructions
{
    const byte TwoBytes = 0xFE;     // the first byte of opcodes that have two

    static readonly OpCode?[] oneByte = new OpCode?[256];
    static readonly OpCode?[] twoBytes = new OpCode?[256];

    static Instructions()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? oneByte : twoBytes)[code.Value & 0xFF] = code;
        }
    }

    /// <summary>The instructions that name something, each with its metadata token.</summary>
    public static IEnumerable<(OpCode Code, int Token)> WithTokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == TwoBytes ? twoBytes[il[at + 1]] : oneByte[il[at]];
            if (code is not { } known) throw new BadImageFormatException($"IL with an opcode 0x{il[at]:X2} that there is not.");
            at += known.Size;
            if (known.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return (known, BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)));
            at += OperandSize(known.OperandType, il, at);
        }
    }

    static int OperandSize(OperandType type, byte[] il, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)),
        _ => 4,
    };
}
