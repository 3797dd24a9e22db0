using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>Where a socket listens: a TCP port of one address, or a Unix socket.</summary>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Host">The address; with ipc the path of the Unix socket, to which <c>-port</c> is added.</param>
/// <param name="Port">The port; with tcp, 0 takes any that is free.</param>
readonly record struct ZmtpAddress(string Transport, string Host, int Port)
{
    const int Backlog = 512;

    /// <summary>The file of the Unix socket; null for TCP.</summary>
    public string? Path => Transport == "ipc" ? $"{Host}-{Port.ToString(CultureInfo.InvariantCulture)}" : null;

    /// <summary>Opens a socket that listens here and nowhere else.</summary>
    /// <exception cref="SocketException">The address is not ours, or somebody else listens there.</exception>
    /// <exception cref="NotSupportedException">The transport is none of ours.</exception>
    public Socket Listen()
    {
        var endPoint = EndPoint();
        var protocol = endPoint is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, protocol);
        try
        {
            // The file of a kernel that was killed is still there; libzmq replaces it as well.
            if (Path is { } path) File.Delete(path);
            socket.Bind(endPoint);
            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    EndPoint EndPoint() => Transport switch
    {
        "tcp" => new IPEndPoint(Address(Host), Port),
        "ipc" => new UnixDomainSocketEndPoint(Path!),
        _ => throw new NotSupportedException($"The connection file asks for the transport '{Transport}'; there are tcp and ipc."),
    };

    static IPAddress Address(string host) => host switch
    {
        "*" => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ => IPAddress.TryParse(host, out var address) ? address : Dns.GetHostAddresses(host)[0],
    };

    /// <inheritdoc/>
    public override string ToString() => Path is { } path ? $"{Transport}://{path}" : $"{Transport}://{Host}:{Port}";
}
