using System.Collections.Concurrent;
using NotebookHost.Jupyter.Wire;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>Lines that cells read from the console, asked from the front end.</summary>
sealed class InputRequests(FrontEnd frontEnd)
{
    readonly BlockingCollection<string> answers = [];

    /// <summary>An answer has come in.</summary>
    public void Answer(KernelMessage reply)
    {
        if (reply.Type == "input_reply")
            answers.Add(reply.Content.Text("value") ?? "");
    }

    /// <summary>The input of the cell of one request.</summary>
    public ICellInput For(KernelMessage request) =>
        request.Content.Flag("allow_stdin", otherwise: true) ? new Asking(this, request) : new Refusing();

    string Ask(KernelMessage request)
    {
        while (answers.TryTake(out _))
        {
            // An answer to a question that nobody waits for any more.
        }
        frontEnd.Ask(request, prompt: "");
        return answers.Take();
    }

    sealed class Asking(InputRequests requests, KernelMessage request) : ICellInput
    {
        public string ReadLine() => requests.Ask(request);
    }

    sealed class Refusing : ICellInput
    {
        public string ReadLine() => throw new InvalidOperationException(
            "The cell asks for input, but whoever runs it does not take questions (nbconvert, for example). Put the text into a variable instead.");
    }
}
