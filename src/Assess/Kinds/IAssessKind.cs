using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;

namespace SocialAssistance.Assess.Kinds;

/// <summary>
/// One kind of request. <see cref="Answer"/> checks the fields of the kind (throwing <see cref="RequestException"/>),
/// calculates, and writes the fields of its result, including warnings and steps; kind and policy are already written.
/// What was written is dropped when it throws.
/// </summary>
internal interface IAssessKind
{
    /// <summary>The word in <c>kind</c>.</summary>
    string Kind { get; }

    void Answer(RequestReader request, PolicyContext policy, AnswerWriter answer);
}
