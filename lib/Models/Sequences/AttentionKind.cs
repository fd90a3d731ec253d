namespace CourseLib.Models.Sequences;

/// <summary>What a decoder sees of the input beside the encoder's last state.</summary>
public enum AttentionKind
{
    /// <summary>Nothing: the last state must hold everything.</summary>
    None,

    /// <summary>All states, compared by a small network (Bahdanau, Cho &amp; Bengio, ICLR 2015).</summary>
    Additive,

    /// <summary>All states, compared by a dot product (Luong, Pham &amp; Manning, EMNLP 2015).</summary>
    DotProduct,
}
