namespace NotebookHost.Jupyter.Wire;

/// <summary>Why a message was dropped.</summary>
enum Rejection
{
    /// <summary>Frames are missing, or there are far too many.</summary>
    Frames,

    /// <summary>The signature is not there or not right.</summary>
    Signature,

    /// <summary>The same message has come before.</summary>
    Replayed,

    /// <summary>A part is not the JSON object that it has to be.</summary>
    Json,

    /// <summary>The header has no type or no id.</summary>
    Header,
}
