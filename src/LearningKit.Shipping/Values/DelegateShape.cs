using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Delegates: for each call the method and what it is called on.</summary>
sealed class DelegateShape(Type type) : Shape(type)
{
    public override void WriteHead(ParcelWriter writer, object item)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var calls = (Delegate)item;
        if (calls.HasSingleTarget)
        {
            writer.Length(1);
            WriteCall(writer, calls);
            return;
        }
        var list = calls.GetInvocationList();
        writer.Length(list.Length);
        foreach (var call in list) WriteCall(writer, call);
    }

    public override object ReadHead(ParcelReader reader)
    {
        var calls = new Delegate[reader.Count()];
        if (calls.Length == 0) throw ParcelReader.Damaged("a delegate calls nothing");
        for (var i = 0; i < calls.Length; i++) calls[i] = ReadCall(reader);
        return calls.Length == 1 ? calls[0] : Delegate.Combine(calls)!;
    }

    static void WriteCall(ParcelWriter writer, Delegate call)
    {
        MethodShape.Write(writer, call.Method);
        writer.Reference(call.Target);
    }

    Delegate ReadCall(ParcelReader reader)
    {
        var method = MethodShape.Read(reader);
        var target = reader.Reference();
        if (target is not null && !method.IsStatic && !method.DeclaringType!.IsInstanceOfType(target)) throw ParcelReader.Mismatch(target, method.DeclaringType);
        try
        {
            return Delegate.CreateDelegate(Type, target, method);
        }
        catch (Exception e) when (e is ArgumentException or MissingMethodException or NotSupportedException or InvalidOperationException)
        {
            throw ParcelReader.Damaged($"{method.Name} is no {TypeNames.Short(Type)}", e);
        }
    }
}
