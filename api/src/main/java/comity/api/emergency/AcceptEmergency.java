package comity.api.emergency;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Gives the data at once. Handing them over is a second act, on an exhibit of this request.
///
/// @param order the reference of the decision at home; it never leaves the node
/// @param justification why the fast lane is used, in at least two sentences; for oversight, it never leaves the node
/// @param substantialGrounds whether there are substantial grounds to believe that the request serves to prosecute or
///     punish somebody for sex, race, language, religion, nationality, ethnic origin or political opinions (art.
///     40(22)). Nothing is answered beforehand, and `unknown` is an answer
/// @param conditions what this State asks for in return, in its words
public record AcceptEmergency(
        String order,
        String justification,
        @Words({"no", "yes", "unknown"}) String substantialGrounds,
        @Nullable String conditions) {}
