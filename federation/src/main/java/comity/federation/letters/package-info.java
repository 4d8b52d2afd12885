/// What went out, what came in, and what was refused, for people to read.
///
/// **Start at** [Letters].
/// **Uses** store. **Used by** web, desk.
/// **Never** changes anything.
/// **Trust** – shows quarantined bytes as they came: whoever prints them must treat them as hostile.
package comity.federation.letters;
