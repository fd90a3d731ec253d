using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>A notebook that is to become a page.</summary>
/// <param name="Language">Its language, <c>en</c> or <c>tr</c>; also the name of its folder in the site.</param>
/// <param name="SourcePath">The notebook file; links and pictures are relative to its folder.</param>
/// <param name="Executed">The notebook with the outputs of its run.</param>
/// <param name="Problem">One sentence for the reader when the run didn't succeed; null when it did.</param>
internal sealed record SitePage(string Language, string SourcePath, Notebook Executed, string? Problem = null);

/// <summary>A site that was built.</summary>
/// <param name="IndexPath">The page to open.</param>
/// <param name="Warnings">What an author should mend: links that lead nowhere, formulas that can't be drawn.</param>
internal sealed record SiteResult(string IndexPath, IReadOnlyList<string> Warnings);
