using LearningKit.Notebooks.Jupyter.Messages;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>A message that a front end sent, with the socket on which it expects the answer.</summary>
/// <param name="Message">The message.</param>
/// <param name="Origin">The socket: shell or control.</param>
sealed record Request(JupyterMessage Message, RouterSocket Origin)
{
    /// <summary>The type of the answer: <c>execute_reply</c> for <c>execute_request</c>.</summary>
    public string ReplyType => Message.Type.Replace("_request", "_reply", StringComparison.Ordinal);
}
