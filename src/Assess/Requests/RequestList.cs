using System.Text.Json;

namespace SocialAssistance.Assess.Requests;

/// <summary>A list in the request; its elements know their places.</summary>
internal readonly struct RequestList(JsonElement array, RequestPath path)
{
    public int Count => array.ValueKind == JsonValueKind.Array ? array.GetArrayLength() : 0;

    public RequestPath Path => path;

    public RequestException Error(string code, string message) => new(code, path.ToString(), message);

    public Enumerator GetEnumerator() => new(Count == 0 ? default : array.EnumerateArray(), path);

    public struct Enumerator(JsonElement.ArrayEnumerator elements, RequestPath path)
    {
        private JsonElement.ArrayEnumerator _elements = elements;
        private int _index = -1;

        public RequestValue Current => new(_elements.Current, path.Item(_index));

        public bool MoveNext()
        {
            _index++;
            return _elements.MoveNext();
        }
    }
}
