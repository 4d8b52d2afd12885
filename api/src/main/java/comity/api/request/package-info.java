/// Requests as both sides see them through the API: drafts, cases, clocks, timelines, letters.
///
/// **Law** – arts 41 and 42.
/// **Start at** [RequestDetail] and [Draft].
/// **Uses** the root of `api`. **Used by** web and cli.
/// **Never** holds a rule: which act is possible now is said by the node in `acts`.
/// **Trust** – what the other State wrote is shown as it came; a program that prints it removes control
/// characters.
package comity.api.request;
