namespace NotebookHost.Jupyter.Wire;

/// <summary>The sockets of a kernel that messages are sent on.</summary>
enum SocketKind
{
    /// <summary>Requests and their replies.</summary>
    Shell,

    /// <summary>Requests that may not wait: interrupt, shutdown.</summary>
    Control,

    /// <summary>Broadcasts: everything that cells show.</summary>
    IOPub,

    /// <summary>Questions to the reader.</summary>
    Stdin,
}
