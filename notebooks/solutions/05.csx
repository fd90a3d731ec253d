// Solutions of notebook 05. Each region takes the place of the answer cell with the same id;
// the region that ends in "mistake" is a slip that the check must catch.

#region ex-5-1
var keptUpdates = 5.0 * 16;      // 15 full batches and one of 40
var droppedUpdates = 5.0 * 15;
#endregion

#region ex-5-1 mistake
var keptUpdates = 5 * 1000 / 64.0;   // an epoch has no half updates
var droppedUpdates = 5.0 * 15;
#endregion

#region ex-5-2
int[] four = [10, 20, 30, 40];

var batchSlope = four.Average(i => slopes[i]);
#endregion

#region ex-5-2 mistake
int[] four = [10, 20, 30, 40];

var batchSlope = four.Sum(i => slopes[i]);   // the sum, not the mean
#endregion

#region ex-5-3
var calmBatch = 4 * Math.Pow(10, 2);
#endregion

#region ex-5-3 mistake
var calmBatch = 4.0 * 10;   // a tenth of the variance only
#endregion

#region ex-5-4
int[][] Deal(int count, int size, int seed)
{
    int[] numbers = [.. Enumerable.Range(0, count)];
    new Random(seed).Shuffle(numbers);
    return [.. numbers.Chunk(size)];
}
#endregion

#region ex-5-4 mistake
int[][] Deal(int count, int size, int seed)
{
    var random = new Random(seed);
    int[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next(count))];   // drawn, not dealt
    return [.. numbers.Chunk(size)];
}
#endregion

#region ex-5-5
double RateAt(int update)
{
    return 0.05 / (1 + update / 50.0);
}
#endregion

#region ex-5-5 mistake
double RateAt(int update)
{
    return 0.05 / (1 + update);   // falls before she has arrived
}
#endregion
