// Solutions of notebook 01. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-1-1
var coolSum = 2 * -0.3 + 1 * 0.5 - 1;
var coolOutput = Math.Tanh(coolSum);
#endregion

#region ex-1-1 mistake
var coolSum = 2 * 1.7 + 1 * 0.5 - 1;   // 17 degrees, not 3 below 20
var coolOutput = Math.Tanh(coolSum);
#endregion

#region ex-1-2
var learnedNumbers = (10 * 20 + 20) + (20 * 5 + 5) + (5 * 3 + 3);
#endregion

#region ex-1-2 mistake
var learnedNumbers = 10 * 20 + 20 * 5 + 5 * 3;   // the biases forgotten
#endregion

#region ex-1-3
double[] MyLayer(double[][] weights, double[] biases, double[] input)
{
    var outputs = new double[biases.Length];
    for (var i = 0; i < outputs.Length; i++)
    {
        var sum = biases[i];
        for (var j = 0; j < input.Length; j++)
            sum += weights[i][j] * input[j];
        outputs[i] = Math.Tanh(sum);
    }
    return outputs;
}
#endregion

#region ex-1-3 mistake
double[] MyLayer(double[][] weights, double[] biases, double[] input)
{
    return [.. weights.Select((row, i) => biases[i] + row.Zip(input, (w, a) => w * a).Sum())];   // no tanh
}
#endregion

#region ex-1-4
double MySlope(double w, double b, double x, double t)
{
    var a = Math.Tanh(w * x + b);
    return 2 * (a - t) * (1 - a * a) * x;
}
#endregion

#region ex-1-4 mistake
double MySlope(double w, double b, double x, double t)
{
    var a = Math.Tanh(w * x + b);
    return 2 * (a - t) * x;   // the slope of tanh forgotten
}
#endregion

#region ex-1-5
var orWeight = 1.0;
var andWeight = -1.0;
var outputBias = -1.0;
#endregion

#region ex-1-5 mistake
var orWeight = 1.0;
var andWeight = 1.0;   // "or, and also and"
var outputBias = 0.0;
#endregion
