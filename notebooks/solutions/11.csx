// Solutions of notebook 11. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-11-1
double withOneHot = 500 * 50_000;
double withEmbedding = 300 * 50_000 + 500 * 300;
#endregion

#region ex-11-1 mistake
double withOneHot = 500 * 50_000;
double withEmbedding = 500 * 300;   // the table was forgotten
#endregion

#region ex-11-2
double Cosine(double[] a, double[] b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b));
#endregion

#region ex-11-2 mistake
double Cosine(double[] a, double[] b) => Dot(a, b) / Dot(a, a);   // one length, squared
#endregion

#region ex-11-3
double ProbabilityOf(string text, string answer)
{
    int[] ids = [.. target.Encode(answer), Vocabulary.End];
    var product = 1.0;
    for (var t = 0; t < ids.Length; t++)
        product *= Next(text, ids[..t])[ids[t]];
    return product;
}
#endregion

#region ex-11-3 mistake
double ProbabilityOf(string text, string answer)
{
    int[] ids = [.. target.Encode(answer)];   // without the end mark
    var product = 1.0;
    for (var t = 0; t < ids.Length; t++)
        product *= Next(text, [])[ids[t]];    // always after the beginning
    return product;
}
#endregion

#region ex-11-4
var greedyFinds = 0.6 * 0.5;
var beamFinds = 0.4 * 0.9;
double wideEnough = 2;
#endregion

#region ex-11-4 mistake
var greedyFinds = 0.6 * 0.5;
var beamFinds = 0.6 * 0.9;   // two numbers that don't belong to one answer
double wideEnough = 4;
#endregion

#region ex-11-5
TokenSequences Backwards(TokenSequences words) =>
    words with { Inputs = [.. words.Inputs.Select(x => x.Reverse().ToArray())] };

var reader = Copier(hidden: 32);
Train(reader, Backwards(shortWords).Inputs, shortWords.Targets, epochs: 8);
var rightBackwards = Right(reader, Backwards(newWords));
#endregion

#region ex-11-5 mistake
TokenSequences Backwards(TokenSequences words) => words with
{
    Inputs = [.. words.Inputs.Select(x => x.Reverse().ToArray())],
    Targets = [.. words.Targets.Select(x => x.Reverse().ToArray())],   // turned too
};

var reader = Copier(hidden: 32);
Train(reader, Backwards(shortWords).Inputs, Backwards(shortWords).Targets, epochs: 8);
var rightBackwards = Right(reader, Backwards(newWords));
#endregion
