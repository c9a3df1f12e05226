using System.Text.Json;
using System.Text.Unicode;
using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Kinds;
using SocialAssistance.Assess.Requests;

namespace SocialAssistance.Assess;

/// <summary>
/// Answers one line. Nothing that a line contains may stop the run or reach the next line (RQ-04); the answer is only
/// valid until the next call.
/// </summary>
internal sealed class LineAnswerer
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };
    private readonly AnswerWriter _answer = new();

    public ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
        {
            return Refuse(ErrorCode.InvalidEncoding, "the line is not valid UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return Answer(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Refuse(ErrorCode.InvalidJson, $"not valid JSON: {exception.Message}");
        }
    }

    public ReadOnlyMemory<byte> Refuse(string code, string message, string path = "", string? id = null)
    {
        _answer.Begin();
        _answer.StartObject();
        WriteId(id);
        _answer.StartObject("error");
        _answer.Text("code", code);
        _answer.Text("message", message);
        _answer.Text("path", path);
        _answer.EndObject();
        _answer.EndObject();
        _answer.EndLine();
        return _answer.Written;
    }

    private ReadOnlyMemory<byte> Answer(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse(ErrorCode.InvalidRequest, "a request is a JSON object");
        }

        var id = EchoedId(root);
        try
        {
            var envelope = Envelope.Read(new RequestReader(root, RequestPath.Root));
            _answer.Begin();
            _answer.StartObject();
            WriteId(id);
            _answer.StartObject("result");
            _answer.Text("kind", envelope.Kind.Kind);
            _answer.Text("policy", envelope.Policy.Slug);
            envelope.Kind.Answer(envelope.Request, envelope.Policy, _answer);
            _answer.EndObject();
            _answer.EndObject();
            _answer.EndLine();
            return _answer.Written;
        }
        catch (RequestException error)
        {
            return Refuse(error.Code, error.Message, error.Path, id);
        }
#pragma warning disable CA1031 // A fault of the program may spoil one line, never the run.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Refuse(ErrorCode.Internal, $"the program could not answer this line: {fault.GetType().Name}: {fault.Message}", "", id);
        }
    }

    private void WriteId(string? id)
    {
        if (id is null)
        {
            _answer.Null("id");
        }
        else
        {
            _answer.Text("id", id);
        }
    }

    /// <summary>RQ-03: a non-empty string of at most 200 characters; a pair of surrogates is one character.</summary>
    private static string? EchoedId(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && JsonText.Name(property) == "id")
            {
                var id = JsonText.Read(property.Value);
                return id.Length > 0 && id.EnumerateRunes().Count() <= 200 ? id : null;
            }
        }

        return null;
    }
}
