using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>Objects that are opened again where they arrive.</summary>
sealed class ReopenedShape : Shape
{
    readonly Func<object, string> address;
    readonly Func<string, object> open;

    ReopenedShape(Type type, Type self)
        : base(type)
    {
        address = Method(nameof(AddressOf)).CreateDelegate<Func<object, string>>();
        open = Method(nameof(Open)).CreateDelegate<Func<string, object>>();

        MethodInfo Method(string name) => typeof(ReopenedShape).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(self);
    }

    /// <summary>The shape of a type that implements <see cref="IReopenable{TSelf}"/>; null for others.</summary>
    public static Shape? Of(Type type) =>
        type.GetInterfaces().FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IReopenable<>)) is { } reopenable
            ? new ReopenedShape(type, reopenable.GetGenericArguments()[0])
            : null;

    public override void WriteHead(ParcelWriter writer, object item)
    {
        try
        {
            writer.Text(address(item));
        }
        catch (ObjectDisposedException)
        {
            throw new RefusedException($"{TypeNames.Short(Type)}: it is closed.");
        }
    }

    public override object ReadHead(ParcelReader reader)
    {
        var item = open(reader.Text());
        return Type.IsInstanceOfType(item) ? item : throw ParcelReader.Mismatch(item, Type);
    }

    static string AddressOf<T>(object item)
        where T : class, IReopenable<T> =>
        ((T)item).Address;

    static object Open<T>(string address)
        where T : class, IReopenable<T> =>
        T.Open(address);
}
