using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LearningKit.Notebooks.Documents;

namespace LearningKit.Notebooks.Running;

/// <summary>Outputs between processes: the notebook format's own JSON.</summary>
sealed class CellOutputConverter : JsonConverter<CellOutput>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(CellOutput));

    /// <inheritdoc/>
    public override CellOutput? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OutputJson.Read(JsonNode.Parse(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CellOutput value, JsonSerializerOptions options) =>
        OutputJson.Write(value).WriteTo(writer);
}
