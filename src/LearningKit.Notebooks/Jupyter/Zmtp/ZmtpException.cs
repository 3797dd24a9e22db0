namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>A peer does not keep to the protocol, or to our limits. It ends that connection and nothing else.</summary>
/// <param name="message">What it did, to follow "the peer was disconnected:".</param>
sealed class ZmtpException(string message) : Exception(message);
