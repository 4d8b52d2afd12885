/// The treaty register: who has signed, ratified, reserved, declared, objected, named an authority, and when the
/// Convention begins to bind whom. Kept by the secretariat, published by the registry, read by everybody.
///
/// **Start at** [TreatyRegister], then [EntryIntoForce]; [RegisterImport] takes a file that somebody brings.
/// **Uses** the strict reading of `comity.law`. **Used by** `basis`, `eligibility`, the pages, the registry.
/// **Never** decides who is bound by what somebody typed: it reckons from acts, each with its source. Never forgets a
/// statement: a correction is a new version beside the old one.
/// **Trust** – believes the secretariat for what the depositary says, and shows how well each statement is known.
@org.jspecify.annotations.NullMarked
package comity.law.treaty;
