using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Portal.Web.Start;

/// <summary>Listens to the portal's and ASP.NET Core's meters and writes them as Prometheus text: counters as totals, histograms as sum and count.</summary>
public sealed class Meters : IDisposable
{
    private static readonly string[] Sources = ["Portal", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];
    private readonly ConcurrentDictionary<(string Name, string Labels, string Kind), double> values = new();
    private readonly MeterListener listener = new();

    public Meters()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (Array.Exists(Sources, s => instrument.Meter.Name.StartsWith(s, StringComparison.Ordinal)))
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Record(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Record(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Record(i, value, tags));
        listener.Start();
    }

    public string ToPrometheus()
    {
        listener.RecordObservableInstruments();
        StringBuilder text = new();
        foreach (var group in values.OrderBy(v => v.Key.Name, StringComparer.Ordinal).ThenBy(v => v.Key.Labels, StringComparer.Ordinal).GroupBy(v => (v.Key.Name, v.Key.Kind)))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key.Name} {group.Key.Kind}\n");
            foreach (((string name, string labels, _), double value) in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {value:R}\n");
            }
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string name = "portal_" + instrument.Name.Replace('.', '_').Replace('-', '_');
        string labels = Labels(tags);
        Type shape = instrument.GetType().GetGenericTypeDefinition();
        if (shape == typeof(Histogram<>))
        {
            Add(name + "_sum", labels, "counter", value);
            Add(name + "_count", labels, "counter", 1);
        }
        else if (shape == typeof(Counter<>))
        {
            Add(name + "_total", labels, "counter", value);
        }
        else if (shape == typeof(UpDownCounter<>))
        {
            Add(name, labels, "gauge", value);
        }
        else
        {
            values[(name, labels, "gauge")] = value;
        }
    }

    private void Add(string name, string labels, string kind, double value) => values.AddOrUpdate((name, labels, kind), value, (_, old) => old + value);

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> labels = [];
        foreach ((string key, object? value) in tags)
        {
            string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Add($"{key.Replace('.', '_')}=\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)}\"");
        }

        labels.Sort(StringComparer.Ordinal);
        return labels.Count == 0 ? "" : "{" + string.Join(',', labels) + "}";
    }
}

/// <summary>Registers the listener.</summary>
public static class MetersRegistration
{
    public static void AddMeters(this IServiceCollection services) => services.AddSingleton<Meters>();
}
