/// What the Convention says, as data that can be corrected without touching code: terms, grounds, required
/// contents, offences, legal bases.
///
/// **Law** – arts 2, 7–17, 25, 40, 42; see docs/coverage. Each fact carries its article, how well we know it, and
/// since when.
/// **Start at** [comity.law.Law]; the facts are in the JSON files beside the classes.
/// **Used by** directory, safeguards, requests, web. Uses only kernel.
/// **Never** decides for a person: it says what the text allows, and from which paragraph.
/// **Trust** – the files of this package ship inside the program; one with a missing or unknown field stops the node
/// at its start. What changes with time comes as books from the registry, to the packages below: `treaty`, `offence`,
/// `living`.
package comity.law;
