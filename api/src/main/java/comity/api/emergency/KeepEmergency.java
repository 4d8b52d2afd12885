package comity.api.emergency;

import comity.api.Words;

/// Keeps the data and gives nothing before an ordinary request comes. While the danger lasts they can still be given.
///
/// @param order the reference of the decision at home; it never leaves the node
/// @param justification why the fast lane is used, in at least two sentences; for oversight, it never leaves the node
/// @param substantialGrounds whether there are substantial grounds to believe that the request serves to prosecute or
///     punish somebody for sex, race, language, religion, nationality, ethnic origin or political opinions (art.
///     40(22)). Nothing is answered beforehand, and `unknown` is an answer
/// @param reasons why they are not given now, for the State that asks
public record KeepEmergency(
        String order,
        String justification,
        @Words({"no", "yes", "unknown"}) String substantialGrounds,
        String reasons) {}
