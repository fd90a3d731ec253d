using CourseLib.Data;
using CourseLib.Data.Points;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Data.Splits;

public sealed class SplitTests
{
    static readonly Config Quick = Properties.Repeatable(200);

    sealed record Case(int Count, double Validation, double Test, int Seed, int Classes, int Folds)
    {
        public int[] Labels { get; } = [.. Enumerable.Range(0, Count).Select(i => i * i % 7 % Classes)];
    }

    static readonly Arbitrary<Case> Cases = (
        from count in Gen.Choose(20, 300)
        from validation in Gen.Choose(1, 8)
        from test in Gen.Choose(1, 8)
        from seed in Gen.Choose(-1000, 1000)
        from classes in Gen.Choose(1, 4)
        from folds in Gen.Choose(2, 10)
        select new Case(count, validation / 20.0, test / 20.0, seed, classes, folds)).ToArbitrary();

    [Fact]
    public void The_three_parts_share_nothing_and_together_are_everything() => Prop.ForAll(Cases, c =>
    {
        bool Complete(int[]? labels)
        {
            var parts = Splitter.Split(c.Count, c.Validation, c.Test, c.Seed, labels);
            return parts.Train.Concat(parts.Validation).Concat(parts.Test).Order().SequenceEqual(Enumerable.Range(0, c.Count))
                && parts.Validation.Length == (int)Math.Round(c.Count * c.Validation)
                && parts.Test.Length == (int)Math.Round(c.Count * c.Test);
        }
        return Complete(null) && Complete(c.Labels);
    }).Check(Quick);

    [Fact]
    public void A_stratified_split_gives_every_class_its_share_of_every_part() => Prop.ForAll(Cases, c =>
    {
        var parts = Splitter.Split(c.Count, c.Validation, c.Test, c.Seed, c.Labels);
        return ((int[][])[parts.Train, parts.Validation, parts.Test]).All(part => Enumerable.Range(0, c.Classes).All(label =>
        {
            var share = (double)part.Length * c.Labels.Count(l => l == label) / c.Count;
            return Math.Abs(part.Count(i => c.Labels[i] == label) - share) <= 2;
        }));
    }).Check(Quick);

    [Fact]
    public void Every_example_validates_in_exactly_one_fold_and_trains_in_the_others() => Prop.ForAll(Cases, c =>
    {
        var folds = Splitter.Folds(c.Count, c.Folds, c.Seed, c.Seed % 2 == 0 ? c.Labels : null);
        return folds.Count == c.Folds
            && folds.SelectMany(fold => fold.Validation).Order().SequenceEqual(Enumerable.Range(0, c.Count))
            && folds.All(fold => fold.Train.Concat(fold.Validation).Order().SequenceEqual(Enumerable.Range(0, c.Count)))
            && folds.Max(fold => fold.Validation.Length) - folds.Min(fold => fold.Validation.Length) <= 1;
    }).Check(Quick);

    [Fact]
    public void Every_epoch_shows_every_example_once_unless_the_short_batch_is_dropped() => Prop.ForAll(Cases, c =>
    {
        var size = c.Folds;
        var kept = new MiniBatches(c.Count, size, c.Seed).Epoch(3).ToArray();
        var full = new MiniBatches(c.Count, size, c.Seed, keepLast: false).Epoch(3).ToArray();
        return kept.SelectMany(batch => batch).Order().SequenceEqual(Enumerable.Range(0, c.Count))
            && kept.SkipLast(1).All(batch => batch.Length == size)
            && full.All(batch => batch.Length == size)
            && full.Length == c.Count / size
            && full.SelectMany(batch => batch).Distinct().Count() == full.Length * size;
    }).Check(Quick);

    [Fact]
    public void Shuffles_depend_on_the_seed_alone_and_epochs_differ()
    {
        Assert.Equal(Splitter.Shuffle(50, seed: 1), Splitter.Shuffle(50, seed: 1));
        Assert.NotEqual(Splitter.Shuffle(50, seed: 1), Splitter.Shuffle(50, seed: 2));
        var batches = new MiniBatches(50, 10, seed: 1);
        Assert.Equal(batches.Epoch(0), new MiniBatches(50, 10, seed: 1).Epoch(0));
        Assert.NotEqual(batches.Epoch(0), batches.Epoch(1));
        Assert.Equal(Enumerable.Range(0, 50), new MiniBatches(50, 10, seed: 1, shuffle: false).Epoch(4).SelectMany(batch => batch));
    }

    [Fact]
    public void Twenty_stanzas_two_at_a_time_make_ten_iterations() =>
        Assert.Equal("20 examples in batches of 2: 10 iterations an epoch", new MiniBatches(20, 2, seed: 1).ToString());

    [Fact]
    public void Data_sets_are_split_as_wholes_and_keep_their_type()
    {
        var blobs = Datasets.Blobs(100, seed: 1, classes: 4);
        var split = blobs.Split(seed: 2, validation: 0.2, test: 0.2, stratified: true);

        Assert.Equal((60, 20, 20), (split.Train.Count, split.Validation.Count, split.Test.Count));
        Assert.All(Enumerable.Range(0, 4), label => Assert.Equal(5, split.Test.OfClass(label).Count));
        Assert.Equal(4, blobs.Folds(4, seed: 1, stratified: true).Count);
        Assert.Equal([32, 32, 32, 4], blobs.Batches(32, seed: 1).Select(batch => batch.Count));
        Assert.Equal(blobs.X1.Order(), blobs.Shuffled(seed: 3).X1.Order());
        Assert.Equal(7, blobs.Take(7).Count);
    }

    [Fact]
    public void In_order_the_future_is_never_trained_on_and_a_gap_keeps_windows_apart()
    {
        var windows = Datasets.Sensor(weeks: 2, seed: 1, gaps: 0).Windows(length: 24);
        var split = windows.SplitInOrder(validation: 0.2, test: 0.2, gap: 24);

        Assert.True(split.Train.Starts.Max() + 24 < split.Validation.Starts.Min());
        Assert.True(split.Validation.Starts.Max() + 24 < split.Test.Starts.Min());
        Assert.Equal(windows.Starts.Max(), split.Test.Starts.Max());
        Assert.Contains("gap", Assert.Throws<ArgumentException>(() => windows.SplitInOrder(gap: 100)).Message);
    }

    [Fact]
    public void Impossible_parts_are_refused_with_what_to_do()
    {
        Assert.Contains("leave something to train on", Assert.Throws<ArgumentException>(() => Splitter.Split(10, 0.5, 0.5, 1)).Message);
        Assert.Contains("0 or more", Assert.Throws<ArgumentException>(() => Splitter.Split(10, -0.1, 0.1, 1)).Message);
        Assert.Contains("none of 3 examples", Assert.Throws<ArgumentException>(() => Splitter.Split(3, 0.1, 0.5, 1)).Message);
        Assert.Contains("10 examples and 3 labels", Assert.Throws<ArgumentException>(() => Splitter.Split(10, 0.2, 0.2, 1, [1, 2, 3])).Message);
        Assert.Contains("2 to 5 folds", Assert.Throws<ArgumentOutOfRangeException>(() => Splitter.Folds(5, 6, 1)).Message);
        Assert.Contains("don't fill one batch", Assert.Throws<ArgumentException>(() => new MiniBatches(5, 6, 1, keepLast: false)).Message);
        Assert.Contains("needs labels", Assert.Throws<ArgumentException>(() => Datasets.Dates(10, 1).Split(seed: 1, stratified: true)).Message);
        Assert.Empty(Splitter.Split(10, 0, 0.2, 1).Validation);
    }

    [Fact]
    public void Every_data_set_says_which_examples_it_has()
    {
        int[] wanted = [0, 5];
        foreach (var select in (Func<object>[])[
            () => Datasets.Moons(3, seed: 1).Select(wanted), () => CurvePoints.Generate(3, 0.1, 1, 1, 2).Select(wanted),
            () => Datasets.Copy(3, seed: 1).Select(wanted), () => Datasets.Recall(3, distance: 2, seed: 1).Select(wanted),
            () => WeeklyMenus.Generate(3, seed: 1).Select(wanted), () => SeriesWindows.Of([1, 2, 3, 4], length: 1).Select(wanted),
            () => Datasets.Reviews(3, seed: 1).Select(wanted), () => Datasets.Dates(3, seed: 1).Select(wanted),
            () => Datasets.Digits(3, seed: 1).Select(wanted)])
            Assert.Contains("no example 5: the numbers go from 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(select).Message, StringComparison.Ordinal);
        Assert.Contains("the data set is empty", Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Moons(0, seed: 1).Select([0])).Message, StringComparison.Ordinal);
    }
}
