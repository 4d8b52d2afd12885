/// What oversight sees: every look at a case, and every look that was refused.
///
/// **Law** – arts 6, 24 and 36.
/// **Start at** [LookPages]; what the doors refuse is written down by [DeniedLooks].
/// **Uses** safeguards. **Used by** the wiring.
/// **Never** shows the content of a case.
/// **Trust** – the book of looks is sealed row by row; this page says when a seal does not fit.
package comity.web.oversight;
