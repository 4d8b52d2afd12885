/// Requests to preserve data on the screen: drafting, reading, and every act of both States.
///
/// **Law** – arts 41 and 42; see docs/coverage.
/// **Start at** [RequestPages] to read a case, [DraftPages] to write one, [ActPages] to move one.
/// **Uses** requests, vault, safeguards, directory, cases. **Used by** the wiring, exhibit.
/// **Never** decides; every act goes to `requests`, which asks again who may.
/// **Trust** – what another State wrote is shown as text with its own direction, never as mark-up.
package comity.web.preservation;
