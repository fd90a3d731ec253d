using CourseLib.Display;

namespace CourseLib.Training;

/// <summary>The few words that a training says by itself, in the language of the notebook.</summary>
static class TrainingWords
{
    static bool Turkish => DisplayLanguage.Turkish;

    public static string Epoch => Turkish ? "epok" : "epoch";

    public static string Loss => Turkish ? "kayıp" : "loss";

    public static string Validation => Turkish ? "doğrulama" : "validation";

    public static string Accuracy => Turkish ? "doğruluk" : "accuracy";

    public static string RightAndPredicted => Turkish ? "satırlar: doğrusu; sütunlar: tahmin" : "rows: right; columns: predicted";

    public static string Right => Turkish ? "doğrusu" : "right";

    public static string Predicted => Turkish ? "tahmin" : "predicted";

    public static string Best(string loss, int epoch) => Turkish ? $"en iyi {loss}, {epoch}. epok" : $"best {loss} in epoch {epoch}";

    public static string Done(int epochs, int updates) => Turkish
        ? $"{epochs} epok, {updates} güncelleme"
        : $"{epochs} epoch{(epochs == 1 ? "" : "s")}, {updates} update{(updates == 1 ? "" : "s")}";

    public static string Why(StopReason reason) => (reason, Turkish) switch
    {
        (StopReason.StoppedEarly, false) => "stopped early",
        (StopReason.StoppedEarly, true) => "erken durduruldu",
        (StopReason.Canceled, false) => "canceled",
        (StopReason.Canceled, true) => "iptal edildi",
        _ => "",
    };
}
