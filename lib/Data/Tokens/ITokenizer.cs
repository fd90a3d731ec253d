namespace CourseLib.Data.Tokens;

/// <summary>Turns text into token ids and back.</summary>
public interface ITokenizer
{
    /// <summary>The tokens and their ids.</summary>
    Vocabulary Vocabulary { get; }

    /// <summary>The text as tokens.</summary>
    string[] Tokenize(string text);

    /// <summary>The text as ids, without marks.</summary>
    int[] Encode(string text);

    /// <summary>The text of ids. It ends before the first end mark; padding and begin are left out, an unknown token is <c>�</c>.</summary>
    string Decode(IEnumerable<int> ids);
}
