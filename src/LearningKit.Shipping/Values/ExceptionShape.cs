using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace LearningKit.Shipping;

/// <summary>
/// Exceptions. They must arrive in any case, for they tell what went wrong. So their type is named by a text, which the
/// receiver need not know, and their fields lie in a parcel of their own, which may be missing or make no sense there. As
/// much is rebuilt as can be: the very exception; one of the same type with the message; a <see cref="RemoteException"/>.
/// </summary>
sealed class ExceptionShape : Shape
{
    const int RuntimeCode = -532462766;   // what the runtime gives to all exceptions of managed code
    const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;

    static readonly FieldInfo? message = typeof(Exception).GetField("_message", Private);
    static readonly FieldInfo? inner = typeof(Exception).GetField("_innerException", Private);
    static readonly FieldInfo? code = typeof(Exception).GetField("_xcode", Private);
    static readonly FieldInfo? aggregated = typeof(AggregateException).GetField("_innerExceptions", Private);

    readonly FieldSlot[] fields;

    public ExceptionShape(Type type)
        : base(type)
    {
        var own = new List<FieldSlot>();
        for (var at = type; at != typeof(Exception); at = at.BaseType!)
            if (at != typeof(AggregateException)) own.InsertRange(0, FieldSlot.DeclaredBy(at));
        fields = [.. own];
    }

    public override Shape Written => Shapes.Of(typeof(Exception));

    public override void WriteHead(ParcelWriter writer, object item)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var exception = (Exception)item;
        writer.Text(Type.AssemblyQualifiedName ?? Type.Name);
        writer.Text(Ask(() => exception.Message) ?? "");
        writer.OptionalText(Ask(() => exception.StackTrace));
        writer.OptionalText((string?)message?.GetValue(exception));
        writer.Int32(exception.HResult);
        IReadOnlyList<Exception> causes = exception is AggregateException several ? several.InnerExceptions
            : exception is RemoteException remote ? remote.InnerExceptions
            : exception.InnerException is { } only ? [only] : [];
        writer.Length(causes.Count);
        foreach (var cause in causes) writer.Reference(cause);
        var apart = ParcelWriter.TryPackFields(fields, exception);
        writer.Byte(apart is null ? (byte)0 : (byte)1);
        writer.Length(apart?.Length ?? 0);
        writer.Raw(apart);
    }

    public override object ReadHead(ParcelReader reader)
    {
        var name = reader.Text();
        var shown = reader.Text();
        var trace = reader.OptionalText();
        var raw = reader.OptionalText();
        var result = reader.Int32();
        var causes = new Exception[reader.Count()];
        for (var i = 0; i < causes.Length; i++) causes[i] = reader.Reference<Exception>() ?? throw ParcelReader.Damaged("an exception has no cause where it should");
        var hasFields = reader.Byte() != 0;
        var apart = reader.Take(reader.Count());

        var made = Shapes.TryFind(name) is ExceptionShape shape && shape.Type != typeof(RemoteException)
            ? (hasFields ? shape.FromFields(reader, apart) : null) ?? shape.FromConstructor(raw ?? shown, causes)
            : null;
        if (made is null) return new RemoteException(name.Split(',')[0], shown, trace, causes);
        message?.SetValue(made, raw);
        made.HResult = result;
        if (made is AggregateException) aggregated?.SetValue(made, causes);
        inner?.SetValue(made, causes.Length > 0 ? causes[0] : null);
        if (!string.IsNullOrEmpty(trace)) ExceptionDispatchInfo.SetRemoteStackTrace(made, trace);
        return made;
    }

    Exception? FromFields(ParcelReader reader, ReadOnlySpan<byte> bytes)
    {
        var made = (Exception)RuntimeHelpers.GetUninitializedObject(Type);
        code?.SetValue(made, RuntimeCode);
        return reader.TryReadFields(fields, made, bytes) ? made : null;
    }

    Exception? FromConstructor(string text, Exception[] causes)
    {
        try
        {
            if (Type.GetConstructor([typeof(string), typeof(Exception)]) is { } full) return (Exception)full.Invoke([text, causes.FirstOrDefault()]);
            return Type.GetConstructor([typeof(string)]) is { } simple ? (Exception)simple.Invoke([text]) : null;
        }
        catch (TargetInvocationException)
        {
            return null;   // it asks more of its message
        }
    }

    // Users' overrides may throw, too.
    static string? Ask(Func<string?> question)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"({e.GetType().Name} when it was asked for)";
        }
    }
}
