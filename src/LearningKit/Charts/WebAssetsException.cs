namespace LearningKit.Charts;

/// <summary>The libraries that pages need could not be installed. The message says why and what works meanwhile.</summary>
public sealed class WebAssetsException : Exception
{
    /// <summary>With a message.</summary>
    public WebAssetsException(string message) : base(message) { }

    /// <summary>With a message and what caused it.</summary>
    public WebAssetsException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Without details.</summary>
    public WebAssetsException() : base("The libraries that pages need could not be installed.") { }
}
