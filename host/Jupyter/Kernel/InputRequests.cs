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

    /// <summary>The input of the cell of one request; whoever waits for it when the cell is interrupted waits no longer.</summary>
    public ICellInput For(KernelMessage request, CancellationToken interrupt) =>
        request.Content.Flag("allow_stdin", otherwise: true) ? new Asking(this, request, interrupt) : new Refusing();

    string Ask(KernelMessage request, CancellationToken interrupt)
    {
        while (answers.TryTake(out _))
        {
            // An answer to a question that nobody waits for any more.
        }
        frontEnd.Ask(request, prompt: "");
        return answers.Take(interrupt);
    }

    sealed class Asking(InputRequests requests, KernelMessage request, CancellationToken interrupt) : ICellInput
    {
        public string ReadLine() => requests.Ask(request, interrupt);
    }

    sealed class Refusing : ICellInput
    {
        public string ReadLine() => throw new InvalidOperationException(
            "The cell asks for input, but whoever runs it does not take questions (nbconvert, for example). Put the text into a variable instead.");
    }
}
